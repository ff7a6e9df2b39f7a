import type { OpenAPIObject } from '@nestjs/swagger';

/** A schema, or a reference to one, as far as this page reads them. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly example?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
}

/** What a schema takes, in a few words, and the named schema that says more. */
export interface SchemaWords {
  readonly words: string;
  readonly named?: string;
}

export function schemaWords(schema: Schema | undefined): SchemaWords {
  if (!schema) return { words: 'anything' };
  if (schema.$ref !== undefined) return { words: nameOf(schema.$ref), named: nameOf(schema.$ref) };
  const choices = schema.allOf ?? schema.oneOf ?? schema.anyOf;
  if (choices) return oneOf(choices);
  if (schema.items) return listOf(schemaWords(schema.items));
  if (schema.properties) return objectOf(schema.properties);
  return { words: plainWords(schema) };
}

export function schemasOf(document: OpenAPIObject): Readonly<Record<string, Schema>> {
  return document.components?.schemas ?? {};
}

function nameOf(reference: string): string {
  return reference.split('/').at(-1) ?? reference;
}

function oneOf(choices: readonly Schema[]): SchemaWords {
  const all = choices.map(schemaWords);
  const named = all.find((each) => each.named !== undefined)?.named;
  return { words: all.map(({ words }) => words).join(' or '), ...(named === undefined ? {} : { named }) };
}

/** An object that has no name of its own, by its fields: `object with items (list of Thing) and next (text or null)`. */
function objectOf(properties: Readonly<Record<string, Schema>>): SchemaWords {
  const fields = Object.entries(properties).map(([name, schema]) => ({ name, ...schemaWords(schema) }));
  const named = fields.find((field) => field.named !== undefined)?.named;
  const words = `object with ${fields.map(({ name, words: takes }) => `${name} (${takes})`).join(' and ')}`;
  return { words, ...(named === undefined ? {} : { named }) };
}

function listOf(inner: SchemaWords): SchemaWords {
  return { ...inner, words: `list of ${inner.words}` };
}

function plainWords({ type, format, enum: choices, nullable, minimum, maximum }: Schema): string {
  if (choices) return `one of ${choices.map(String).join(', ')}`;
  const types = typeof type === 'string' ? [type] : [...(type ?? ['anything'])];
  const words = types.map((each) =>
    each === 'string' && format !== undefined ? (formats[format] ?? each) : (kinds[each] ?? each),
  );
  const range = minimum !== undefined && maximum !== undefined ? `, ${minimum} to ${maximum}` : '';
  return words.join(' or ') + range + (nullable === true && !types.includes('null') ? ' or null' : '');
}

const kinds: Readonly<Record<string, string>> = { string: 'text', boolean: 'true or false', integer: 'whole number' };

const formats: Readonly<Record<string, string>> = {
  date: 'date',
  'date-time': 'date and time',
  uuid: 'id (UUID)',
};
