import { Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { getMetadataStorage, validate, type ValidationError } from 'class-validator';
import { invalid, type ProblemError } from './problem.js';
import { escapePointer } from './text.js';

/** Checks a body against its class: every fault at once, each by JSON pointer, unknown fields refused. */
@Injectable()
export class BodyPipe<T extends object> implements PipeTransform<unknown, Promise<T>> {
  private known: ReadonlySet<string> | undefined;

  constructor(private readonly shape: Type<T>) {}

  async transform(value: unknown): Promise<T> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalid([{ pointer: '', code: 'not-an-object', detail: 'Expected a JSON object.' }]);
    }
    const known = (this.known ??= fieldsOf(this.shape));
    const strangers = Object.keys(value).filter((name) => !known.has(name));
    const body = Object.assign(
      new this.shape(),
      Object.fromEntries(Object.entries(value).filter(([name]) => known.has(name))),
    );
    const found = [...strangers.map(unknownField), ...(await validate(body)).flatMap(faults)];
    if (found.length > 0) throw invalid(found);
    return body;
  }
}

/** The fields that a class has, so that a body's own names (`constructor`, say) never reach an instance of it. */
function fieldsOf(shape: Type<object>): ReadonlySet<string> {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  return new Set(metadata.map(({ propertyName }) => propertyName));
}

function unknownField(name: string): ProblemError {
  return { pointer: `/${escapePointer(name)}`, code: 'unknown-field', detail: 'Expected no field of this name.' };
}

function faults({ property, constraints = {}, value }: ValidationError): readonly ProblemError[] {
  const pointer = `/${escapePointer(property)}`;
  return Object.entries(constraints).map(([rule, detail]) => ({
    pointer,
    code: value === undefined ? 'missing-field' : rule,
    detail,
  }));
}
