import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiPayloadTooLargeResponse,
  ApiQuery,
  ApiUnprocessableEntityResponse,
  ApiConflictResponse,
  ApiConsumes,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Listing } from '../../platform/database/listing.js';
import { Does } from '../access/does.js';
import type { Action } from '../access/permissions.js';
import { problemResponse as problem } from './problem-response.js';
import { Problem } from './problem.view.js';

/** What a route under one partnership does, and what every such route has in its entry. */
export function DoesInPartnership(action: Action) {
  return applyDecorators(
    Does(action),
    ApiParam({
      name: 'partnership',
      description: 'Id of the partnership',
      schema: { type: 'string', example: 'aspire' },
    }),
    ApiNotFoundResponse(problem('There is no such partnership')),
  );
}

const optional = (name: string, description: string, schema: object) =>
  ApiQuery({ name, required: false, description, schema });

/** The filters of a listing, each in words. */
function filters(listing: Listing): MethodDecorator[] {
  return Object.entries(listing.filters).map(([name, { says = `Only those with this ${name}` }]) =>
    optional(name, says, { type: 'string' }),
  );
}

/** The reference entry of the filters of a listing. */
export const DescribesFilters = (listing: Listing) => applyDecorators(...filters(listing));

/** The reference entry of a list: paging, sorts and filters come from the listing itself. */
export function DescribesList(view: Type, listing: Listing, summary: string) {
  const sorts = Object.keys(listing.sorts).flatMap((name) => [name, `-${name}`]);
  return applyDecorators(
    ApiExtraModels(view, Problem),
    ApiOperation({ summary }),
    optional('limit', 'How many at most, 1 to 200', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
    optional('sort', 'By which field; a leading - for descending', { type: 'string', enum: sorts, default: sorts[0] }),
    optional('cursor', 'Where the page starts, as the page before gave it', { type: 'string' }),
    ...filters(listing),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items', 'next'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(view) } },
          next: { type: ['string', 'null'], description: 'The query of the next page; null on the last' },
        },
      },
    }),
    ApiUnprocessableEntityResponse(problem('A parameter is not one of those named, or does not fit')),
  );
}

/** The reference entry of one record or answer. */
export function DescribesOne(view: Type, summary: string, description = '') {
  return applyDecorators(
    ApiExtraModels(view, Problem),
    ApiOperation({ summary, description }),
    ApiOkResponse({ type: view }),
    ApiNotFoundResponse(problem('There is nothing here, or it is not yours to see')),
  );
}

/** The reference entry of something that adds a record. */
export function DescribesAdd(body: Type, view: Type, summary: string, description = '') {
  return applyDecorators(ApiBody({ type: body }), describesCreating(view, summary, description));
}

/** The reference entry of something that adds a record from a file. */
export function DescribesUpload(media: readonly string[], example: string, view: Type, summary: string, says: string) {
  return applyDecorators(
    ApiConsumes(...media),
    ApiBody({ schema: { type: 'string', example } }),
    describesCreating(view, summary, says),
    ApiPayloadTooLargeResponse(problem('The file is larger than is read')),
  );
}

const keyHeader = (description: string, required: boolean) =>
  ApiHeader({
    name: 'Idempotency-Key',
    description,
    required,
    schema: { type: 'string', minLength: 1, maxLength: 200, example: '7f9c1b1e-6d0f-4d53-9a58-0d4f0c1b9c11' },
  });

function describesCreating(view: Type, summary: string, description: string) {
  return applyDecorators(
    ApiExtraModels(view, Problem),
    ApiOperation({ summary, description }),
    keyHeader(
      'A key of your own for this request: the same request with the same key again gets the same answer',
      true,
    ),
    ApiCreatedResponse({
      type: view,
      headers: { Location: { description: 'Where it now is', schema: { type: 'string' } } },
    }),
    ApiConflictResponse(problem('It does not fit what is already recorded')),
    ApiUnprocessableEntityResponse(problem('Something in the body is to be put right; each fault is named')),
  );
}

/** The reference entry of something that changes what stands, and answers with how it stands now. */
export function DescribesChange(body: Type, view: Type, summary: string, description = '') {
  return applyDecorators(
    ApiExtraModels(view, Problem),
    ApiOperation({ summary, description }),
    ApiBody({ type: body }),
    ApiOkResponse({ type: view }),
    ApiNotFoundResponse(problem('There is nothing here, or it is not yours to see')),
    ApiConflictResponse(problem('It does not fit what is already recorded')),
    ApiUnprocessableEntityResponse(problem('Something in the body is to be put right; each fault is named')),
  );
}

const again =
  'A key of your own for this request, or none: the same request with the same key again gets the same answer; without,';

/** The reference entry of something that changes a record: with a key its answer can be had again. */
export function DescribesVersion(body: Type, view: Type, summary: string) {
  return applyDecorators(
    DescribesChange(body, view, summary),
    keyHeader(`${again} each request that is sent adds a version`, false),
  );
}

/** The reference entry of something that decides what was submitted, once: with a key its answer can be had again. */
export function DescribesDecision(body: Type, view: Type, summary: string) {
  return applyDecorators(
    DescribesChange(body, view, summary),
    keyHeader(`${again} that it was decided already is refused`, false),
  );
}

/** The refusals of something that takes a document and stores nothing. */
export function DescribesRefusals() {
  return applyDecorators(
    ApiExtraModels(Problem),
    ApiBadRequestResponse(problem('The body is not JSON')),
    ApiPayloadTooLargeResponse(problem('The document is larger than is read')),
    ApiUnprocessableEntityResponse(problem('Every fault of the document at once, each by JSON pointer')),
  );
}

/** The reference entry of a file to download. */
export function DescribesFile(media: string, summary: string, description = '') {
  return applyDecorators(
    ApiExtraModels(Problem),
    ApiOperation({ summary, description }),
    ApiOkResponse({ description: 'A file', content: { [media]: { schema: { type: 'string' } } } }),
  );
}

/** The reference entry of every record of a list as a sheet. */
export function DescribesSheet(form: 'csv' | 'xlsx', listing: Listing, summary: string) {
  const sorts = Object.keys(listing.sorts).flatMap((name) => [name, `-${name}`]);
  return applyDecorators(
    DescribesListFile(sheetMedia[form], listing, summary, sheetSays[form]),
    optional('sort', 'By which field; a leading - for descending', { type: 'string', enum: sorts, default: sorts[0] }),
  );
}

/** How the reference names the media type of each form. */
export const sheetMedia = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const everything = 'Everything that the filters let through, 100,000 rows at most; the first row names the fields.';
const sheetSays = {
  csv: `${everything} UTF-8 with a byte-order mark. An apostrophe stands before text that a spreadsheet could take for a formula; an import takes it away again.`,
  xlsx: `${everything} Amounts are numbers with their exact digits, or text beyond 15 digits; dates are dates from 1 March 1900 on; text is never a formula.`,
} as const;

/** The reference entry of a list as a file: its filters. */
export function DescribesListFile(media: string, listing: Listing, summary: string, description = '') {
  return applyDecorators(
    DescribesFile(media, summary, description),
    ...filters(listing),
    ApiUnprocessableEntityResponse(problem('A parameter is not one of those named, or does not fit')),
  );
}
