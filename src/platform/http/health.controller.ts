import { Controller, Get } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { ReadyCheck } from '../database/ready-check.js';
import { Refused } from './problem.js';

const status = (value: string) => ({
  schema: { type: 'object', required: ['status'], properties: { status: { type: 'string', enum: [value] } } },
});

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly check: ReadyCheck) {}

  @Get('live')
  @RouteConfig({ action: 'health.read' })
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse(status('live'))
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @RouteConfig({ action: 'health.read' })
  @ApiOperation({ summary: 'Whether it may be sent requests' })
  @ApiOkResponse(status('ready'))
  @ApiServiceUnavailableResponse({ description: 'The database does not answer, or is not as it should be' })
  async ready(): Promise<{ status: 'ready' }> {
    const faults = await this.check.faults();
    if (faults.length > 0) throw new Refused('unavailable', `Not ready: ${faults.join('; ')}.`);
    return { status: 'ready' };
  }
}
