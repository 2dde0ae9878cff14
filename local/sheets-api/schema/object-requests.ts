import { z } from 'zod';
import { message, text } from './message.ts';
import { bandedRange, embeddedChart, filterView, objectBorder, objectPosition, slicer } from './objects.ts';

const fields = text;

/** The requests for what lies over the cells and has an id of its own. */
export const objectRequestSchemas = {
  addFilterView: message({ filter: filterView }),
  updateFilterView: message({ filter: filterView, fields }),
  duplicateFilterView: message({ filterId: z.int() }),
  deleteFilterView: message({ filterId: z.int() }),
  addBanding: message({ bandedRange }),
  updateBanding: message({ bandedRange, fields }),
  deleteBanding: message({ bandedRangeId: z.int() }),
  addChart: message({ chart: embeddedChart }),
  updateChartSpec: message({ chartId: z.int(), spec: embeddedChart.shape.spec.unwrap() }),
  addSlicer: message({ slicer }),
  updateSlicerSpec: message({ slicerId: z.int(), spec: slicer.shape.spec.unwrap(), fields }),
  updateEmbeddedObjectPosition: message({ objectId: z.int(), newPosition: objectPosition, fields }),
  updateEmbeddedObjectBorder: message({ objectId: z.int(), border: objectBorder, fields }),
  deleteEmbeddedObject: message({ objectId: z.int() }),
} as const;
