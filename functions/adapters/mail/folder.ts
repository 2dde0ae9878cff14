import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { MailUnavailableError, type Letter, type Mail } from '../../use-cases/ports/mail.ts';
import { toMessage } from './message.ts';

export interface FolderOptions {
  readonly folder: string;
  readonly from: string;
  readonly urlOf: Mail['urlOf'];
}

/** Mail into a folder, a file `.eml` each, named after the Message-ID: the same letter again is the same file. */
export function openMailFolder({ folder, from, urlOf }: FolderOptions): Mail {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    urlOf,
    async send(letter: Letter) {
      const { message } = await transport.sendMail(toMessage(letter, from));
      try {
        await save(folder, `${letter.messageId}.eml`, message as Buffer);
      } catch (error) {
        throw new MailUnavailableError(`письмо не записано в папку «${folder}»`, {
          cause: error,
          mayBeSent: false,
        });
      }
    },
  };
}

/** Whole or not at all: whoever reads the folder meanwhile sees no half. */
async function save(folder: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `.${name}.part`);
  await writeFile(unfinished, bytes);
  await rename(unfinished, join(folder, name));
}
