import { ApiProperty } from '@nestjs/swagger';

class ProblemFault {
  @ApiProperty({ required: false, description: 'JSON pointer (RFC 6901) into the body', example: '/amount' })
  pointer?: string;

  @ApiProperty({ required: false, description: 'Name of a query parameter' })
  parameter?: string;

  @ApiProperty({ required: false, description: 'Name of a header' })
  header?: string;

  @ApiProperty({ description: 'Which rule', example: 'not-money' })
  code!: string;

  @ApiProperty({ description: 'What was expected', example: 'Expected pounds as text with exactly two decimals.' })
  detail!: string;
}

/** A problem document (RFC 9457). */
export class Problem {
  @ApiProperty({ description: 'An address that explains this kind of problem', example: '/api/problems/invalid' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ example: 422 })
  status!: number;

  @ApiProperty()
  detail!: string;

  @ApiProperty({ description: 'The request id, to quote when asking about it' })
  instance!: string;

  @ApiProperty({ type: [ProblemFault], required: false })
  errors?: ProblemFault[];
}
