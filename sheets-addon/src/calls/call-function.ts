import type * as z from 'zod/mini';
import {
  ANSWERS,
  hintAnswer,
  type AnswerOf,
  type FunctionName,
} from '../../../functions/contract/answers.ts';
import { resolveAddress } from './address.ts';
import { parseAnswer, type HttpAnswer } from './answer.ts';
import { textOf } from './command-error.ts';
import type { Command } from '../commands.ts';
import { identityMissing, parseFetchFailure } from './failures.ts';

/** Calls the command's function for the open workbook, `more` added to the request. Throws `CommandError`. */
export function callFunction<Name extends FunctionName>(
  command: Command<Name>,
  more: object = {},
): AnswerOf<Name> {
  return parseAnswer(ANSWERS[command.path], ask(command, more));
}

/** Only says that there is work, which comes after the answer. Throws `CommandError`. */
export function hintFunction(command: Command): z.output<typeof hintAnswer> {
  return parseAnswer(hintAnswer, ask(command, { hint: true }), 202);
}

function ask(command: Command, more: object): HttpAnswer {
  const properties = PropertiesService.getScriptProperties().getProperties();
  const address = resolveAddress(command, properties);
  const workbookId = SpreadsheetApp.getActiveSpreadsheet().getId();
  const response = post(address, {
    body: JSON.stringify({ workbookId, ...more }),
    token: readIdentityToken(),
  });
  return { address, status: response.getResponseCode(), body: response.getContentText() };
}

interface Message {
  readonly body: string;
  readonly token: string;
}

function post(address: string, { body, token }: Message): GoogleAppsScript.URL_Fetch.HTTPResponse {
  try {
    return UrlFetchApp.fetch(address, {
      method: 'post',
      contentType: 'application/json',
      headers: { Authorization: `Bearer ${token}` },
      payload: body,
      muteHttpExceptions: true,
      // The token is meant for this address and must not be carried on to another.
      followRedirects: false,
    });
  } catch (thrown) {
    throw parseFetchFailure(thrown, address);
  }
}

/** Null where the scope `openid` was not granted, whatever the typings say. */
function readIdentityToken(): string {
  let token: string | null;
  try {
    token = ScriptApp.getIdentityToken();
  } catch (thrown) {
    throw identityMissing(textOf(thrown));
  }
  if (!token) throw identityMissing('no identity token');
  return token;
}
