import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Choice, Matching, Slug, Words, Year, YesNo } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

const isDecimal = (value: unknown) => typeof value === 'string' && /^(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?$/.test(value);

class MeasureFields {
  @Slug({ says: 'Which measure', example: 'placement-orders' })
  measure!: string;

  @Slug({ says: 'The partner whose figure it is', example: 'dorset' })
  authority!: string;

  @Year({ says: 'The financial year that it is of', example: '2025-26' })
  financialYear!: string;

  @Matching(isDecimal, 'a number, not negative, without commas, such as "61" or "25.5"', {
    says: 'The figure, as text',
    example: '61',
  })
  value!: string;

  @Words({ says: 'What is counted', example: 'children', most: 100 })
  unit!: string;

  @Choice(['provisional', 'final'], { says: 'Whether it may still change', example: 'provisional' })
  status!: string;
}

class MeasureDerived {
  @YesNo({ says: 'Whether it stands: the latest that is final, or where none is, the latest' })
  stands!: boolean;
}

/** A figure to be added. */
export class NewMeasureValue extends IntersectionType(MeasureFields, Sourced) {}

/** What shares are driven by: one partner’s figure of one year. */
export class MeasureValue extends IntersectionType(Identified, MeasureFields, MeasureDerived, Recorded) {}

class DocumentMeasure {
  @Slug({ says: 'Which measure' })
  id!: string;

  @Words({ says: 'What is counted' })
  unit!: string;

  @Words({ says: 'Where its figures come from' })
  source!: string;

  @Choice(['provisional', 'final'], { says: 'Final once every figure is' })
  status!: string;

  @ApiProperty({ type: Object, additionalProperties: true, description: 'Figures by year and partner' })
  values!: Record<string, Record<string, string>>;
}

/** The figures that stand, as a shares document holds them. */
export class MeasuresOfDocument {
  @ApiProperty({ type: [DocumentMeasure], description: 'Each measure, as the document of a calculation has it' })
  measures!: DocumentMeasure[];
}
