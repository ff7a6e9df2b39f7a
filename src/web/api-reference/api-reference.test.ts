import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiReferencePage } from './api-reference.view-model.js';

const document = {
  openapi: '3.1.0',
  info: { title: 'Poolkeeper', version: '1.2.3', description: 'What it does.' },
  paths: {
    '/api/v1/things/{id}': {
      get: {
        tags: ['Things'],
        summary: 'Read a thing',
        'x-permitted': 'For: Auditor.',
        parameters: [{ name: 'id', in: 'path', required: true, description: 'Its id', schema: { type: 'string' } }],
        responses: {
          200: { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
          404: { description: 'No such thing' },
        },
      },
    },
    '/api/v1/things': {
      post: {
        tags: ['Things'],
        summary: 'Add a thing',
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' }, example: { a: 1 } } },
        },
        responses: {},
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['due'],
        properties: {
          due: { type: 'string', format: 'date', description: 'When', example: '2030-01-01' },
          kinds: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
          next: { type: ['string', 'null'] },
          count: { type: 'integer', minimum: 0, maximum: 9 },
          page: { properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } } },
        },
      },
    },
  },
} as unknown as OpenAPIObject;

describe('the reference as a page', () => {
  const shown = apiReferencePage(document);

  it('has every operation under its group, with what it takes and answers', () => {
    expect(
      shown.groups.map(({ name, operations }) => [name, operations.map(({ method, path }) => `${method} ${path}`)]),
    ).toEqual([['Things', ['GET /api/v1/things/{id}', 'POST /api/v1/things']]]);
    const [read, add] = shown.groups[0]!.operations;
    expect(read).toMatchObject({
      id: 'get-api-v1-things-id',
      parameters: [{ name: 'id', where: 'path', required: true, says: 'Its id', takes: { words: 'text' } }],
      answers: [
        { status: '200', says: 'As asked', gives: { words: 'Thing', named: 'Thing' } },
        { status: '404', says: 'No such thing', gives: undefined },
      ],
    });
    expect(add!.body).toEqual({ takes: { words: 'Thing', named: 'Thing' }, example: '{\n  "a": 1\n}' });
  });

  it('says who may do each', () => {
    expect(shown.groups[0]!.operations.map(({ permitted }) => permitted)).toEqual([
      'For: Auditor.',
      'For everyone, signed in or not.',
    ]);
  });

  it('says in words what each field takes', () => {
    expect(shown.schemas[0]!.fields.map(({ name, takes, required }) => [name, takes.words, required])).toEqual([
      ['due', 'date', true],
      ['kinds', 'list of one of a, b', false],
      ['next', 'text or null', false],
      ['count', 'whole number, 0 to 9', false],
      ['page', 'object with items (list of Thing)', false],
    ]);
  });
});
