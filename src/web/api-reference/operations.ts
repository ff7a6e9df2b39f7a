import type { OpenAPIObject } from '@nestjs/swagger';
import { type Schema, schemaWords, type SchemaWords } from './schema-words.js';

interface Content {
  readonly schema?: Schema;
  readonly example?: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly example?: unknown;
}

/** One operation as the document gives it, as far as this page reads it. */
interface Given {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly 'x-permitted'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, Content>> };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, Content>> }>
  >;
}

export interface Operation {
  readonly id: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Who may, in words. */
  readonly permitted: string;
  readonly parameters: readonly { name: string; where: string; required: boolean; says: string; takes: SchemaWords }[];
  readonly body: { readonly takes: SchemaWords; readonly example: string | undefined } | undefined;
  readonly answers: readonly { status: string; says: string; gives: SchemaWords | undefined }[];
}

/** What an answer means where the document does not say. */
const usual: Readonly<Record<string, string>> = { 200: 'As asked', 201: 'Added', 204: 'Done; nothing to tell' };

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of the document, in the order in which it lists them. */
export function operationsOf(document: OpenAPIObject): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, given]) => operation(path, method, given as Given)),
  );
}

function operation(path: string, method: string, given: Given): Operation {
  const { summary = `${method} ${path}`, description = '', tags = [], parameters = [], responses = {} } = given;
  return {
    id: `${method}${path}`.replaceAll(/[^a-zA-Z0-9]+/g, '-').replace(/-$/, ''),
    tag: tags[0] ?? 'Other',
    method: method.toUpperCase(),
    path,
    summary,
    description,
    permitted: given['x-permitted'] ?? 'For everyone, signed in or not.',
    parameters: parameters.map(parameterWords),
    body: bodyOf(given),
    answers: Object.entries(responses).map(([status, { description = '', content }]) => ({
      status,
      says: description === '' ? (usual[status] ?? '') : description,
      gives: content ? schemaWords(first(content)?.schema) : undefined,
    })),
  };
}

function parameterWords({ name, in: where, required = false, description = '', schema }: Parameter) {
  return { name, where, required, says: description, takes: schemaWords(schema) };
}

function bodyOf({ requestBody }: Given): Operation['body'] {
  const content = requestBody?.content ? first(requestBody.content) : undefined;
  if (!content) return undefined;
  const { example, schema } = content;
  return { takes: schemaWords(schema), example: example === undefined ? undefined : JSON.stringify(example, null, 2) };
}

function first(content: Readonly<Record<string, Content>>): Content | undefined {
  return Object.values(content)[0];
}
