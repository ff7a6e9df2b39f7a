import { getMetadataStorage } from 'class-validator';
import type { ColumnKind } from '../../platform/sheets/table.js';
import type { ImportKind } from '../shared/import-kind.js';
import { columnsOf, describe } from '../shared/record-table.js';

/** A column of a sheet: a field that one row gives. */
export interface FieldColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly says: string;
  readonly example: string;
  readonly optional: boolean;
  /** What is wrong with a value; nothing when it fits. */
  fault(value: unknown): { readonly code: string; readonly detail: string } | undefined;
}

const known = new Map<string, readonly FieldColumn[]>();

/** The columns that a sheet of a kind has, in their order, each with the same check as the field of the API. */
export function fieldsOf({ name, add }: ImportKind): readonly FieldColumn[] {
  const made = known.get(name) ?? columnsOf(add).map((column) => field(add, column));
  known.set(name, made);
  return made;
}

/** Columns that an export has and an import does without: what the service itself fills in. */
export function setAsideOf(kind: ImportKind): readonly string[] {
  const taken = new Set(fieldsOf(kind).map(({ name }) => name));
  return columnsOf(kind.view)
    .map(({ name }) => name)
    .filter((name) => !taken.has(name));
}

function field(add: ImportKind['add'], { name, kind }: { name: string; kind: ColumnKind }): FieldColumn {
  const { description = '', example, required = true } = describe(add.prototype as object, name);
  const checks = checksOf(add, name);
  return {
    name,
    kind,
    says: description,
    example: example === undefined ? exampleId : typeof example === 'string' ? example : JSON.stringify(example),
    optional: !required,
    fault: (value) => {
      const broken = checks.find(({ fits }) => !fits(value));
      return broken && { code: broken.code, detail: broken.detail };
    },
  };
}

const exampleId = '00000000-0000-4000-8000-000000000000';

function checksOf(add: ImportKind['add'], name: string) {
  const storage = getMetadataStorage();
  const all = storage.getTargetValidationMetadatas(add, '', false, false);
  return all
    .filter(({ propertyName, type }) => propertyName === name && type === 'customValidation')
    .map((metadata) => {
      const [constraint] = storage.getTargetValidatorConstraints(metadata.constraintCls);
      const { instance } = constraint ?? {};
      if (!instance) throw new Error(`The field ${name} says no check of its own.`);
      const detail = instance.defaultMessage?.() ?? '';
      return {
        code: metadata.name ?? 'not-valid',
        detail,
        fits: (value: unknown) => instance.validate(value) === true,
      };
    });
}
