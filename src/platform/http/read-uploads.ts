import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readMultipart } from './multipart.js';
import { isPage } from './pages/forms.js';
import { Refused } from './problem.js';
import { Upload } from './upload.js';

const SHEETS = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];

/** Has some routes take files: programs send the file itself, pages a form with one. Every other route refuses them unread. */
export function readUploads(instance: FastifyInstance, routes: readonly string[]): void {
  const takes = ({ routeOptions }: FastifyRequest) => routes.includes(routeOptions.url ?? '');
  instance.addContentTypeParser(SHEETS, async (request: FastifyRequest, content: AsyncIterable<Buffer>) => {
    if (!takes(request) || isPage(request)) throw wrongType();
    return Promise.resolve(new Upload('', content));
  });
  instance.addContentTypeParser(
    'multipart/form-data',
    async (request: FastifyRequest, content: AsyncIterable<Buffer>) => {
      if (!takes(request) || !isPage(request)) throw wrongType();
      return readMultipart(content, request.headers['content-type'] ?? '');
    },
  );
}

function wrongType(): Refused {
  return new Refused('unsupported-media-type', 'No file is taken here.');
}
