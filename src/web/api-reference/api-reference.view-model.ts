import type { OpenAPIObject } from '@nestjs/swagger';
import type { Page } from '../shared/page.js';
import { type Operation, operationsOf } from './operations.js';
import { type Schema, schemasOf, schemaWords, type SchemaWords } from './schema-words.js';

export interface ApiReferencePage {
  readonly page: Page;
  readonly version: string;
  readonly says: string;
  readonly groups: readonly { readonly id: string; readonly name: string; readonly operations: readonly Operation[] }[];
  readonly schemas: readonly NamedSchema[];
}

interface NamedSchema {
  readonly name: string;
  readonly says: string;
  readonly fields: readonly { name: string; required: boolean; says: string; takes: SchemaWords; example: string }[];
}

/** The reference as a page: a pure function of the OpenAPI document. */
export function apiReferencePage(document: OpenAPIObject): ApiReferencePage {
  return {
    page: { title: 'API reference', section: 'api' },
    version: document.info.version,
    says: document.info.description ?? '',
    groups: groupsOf(operationsOf(document)),
    schemas: Object.entries(schemasOf(document))
      .map(([name, schema]) => namedSchema(name, schema))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function groupsOf(operations: readonly Operation[]): ApiReferencePage['groups'] {
  const names = [...new Set(operations.map(({ tag }) => tag))];
  return names.map((name) => ({
    id: `group-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    name,
    operations: operations.filter(({ tag }) => tag === name),
  }));
}

function namedSchema(name: string, schema: Schema): NamedSchema {
  const fields = Object.entries(schema.properties ?? {}).map(([field, inner]) => ({
    name: field,
    required: schema.required?.includes(field) ?? false,
    says: inner.description ?? '',
    takes: schemaWords(inner),
    example: inner.example === undefined ? '' : JSON.stringify(inner.example),
  }));
  return { name, says: schema.description ?? '', fields };
}
