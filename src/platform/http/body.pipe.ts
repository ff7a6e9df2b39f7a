import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { validate, type ValidationError } from 'class-validator';
import { type ProblemError, Refused } from './problem.js';
import { escapePointer, unfitText } from './text.js';

/** Refuses text that cannot be kept, wherever it stands in a body. Runs before everything else that looks at one. */
@Injectable()
export class TextPipe implements PipeTransform {
  transform(value: unknown, { type }: ArgumentMetadata): unknown {
    const unfit = type === 'body' ? unfitText(value) : [];
    if (unfit.length > 0) throw invalid(unfit);
    return value;
  }
}

/** Checks a body against its class: every fault at once, each by JSON pointer, unknown fields refused. */
@Injectable()
export class BodyPipe<T extends object> implements PipeTransform<unknown, Promise<T>> {
  constructor(private readonly shape: Type<T>) {}

  async transform(value: unknown): Promise<T> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalid([{ pointer: '', code: 'not-an-object', detail: 'Expected a JSON object.' }]);
    }
    const body = Object.assign(new this.shape(), value);
    const found = await validate(body, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
    if (found.length > 0) throw invalid(found.flatMap((error) => faults(error, '')));
    return body;
  }
}

function faults(error: ValidationError, above: string): readonly ProblemError[] {
  const pointer = `${above}/${escapePointer(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) =>
    rule === 'whitelistValidation'
      ? { pointer, code: 'unknown-field', detail: 'Expected no field of this name.' }
      : { pointer, code: error.value === undefined ? 'missing-field' : rule, detail },
  );
  return [...own, ...(error.children ?? []).flatMap((child) => faults(child, pointer))];
}

export function invalid(errors: readonly ProblemError[]): Refused {
  const count = errors.length === 1 ? 'One thing needs' : `${errors.length} things need`;
  return new Refused('invalid', `${count} to be put right; nothing was stored.`, errors);
}
