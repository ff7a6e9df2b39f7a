import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { Does } from '../../features/access/does.js';
import { Enrol } from '../../features/sign-in/enrolment/enrol.js';
import type { OpenEnrolment } from '../../features/sign-in/enrolment/open-enrolment.js';
import { secretAddress, showSecret } from '../../features/sign-in/second-factor/one-time-code.js';
import { field } from '../../platform/http/pages/forms.js';
import { problemKinds } from '../../platform/http/problem.js';
import { callerOf, enter } from '../shared/cookies.js';
import { passwordPage, secondFactorPage } from './enrol.view-model.js';

@ApiExcludeController()
@Controller('enrol/:code')
export class EnrolPageController {
  constructor(private readonly enrol: Enrol) {}

  @Get()
  @Does('enrolment.use')
  async password(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    const enrolment = await this.enrol.find(code);
    if (!enrolment) {
      over(reply);
      return;
    }
    void reply.view('enrol/password.njk', passwordPage({ person: enrolment.personName, name: enrolment.name }));
  }

  @Post()
  @Does('enrolment.use')
  async choose(@Param('code') code: string, @Body() form: unknown, @Res() reply: FastifyReply): Promise<void> {
    const enrolment = await this.enrol.find(code);
    if (!enrolment) {
      over(reply);
      return;
    }
    const [password, again] = [field(form, 'newPassword'), field(form, 'newPasswordAgain')];
    const fault =
      password === again || password === ''
        ? { password: await this.enrol.choosePassword(enrolment, password) }
        : { again: 'The two passwords are not the same' };
    if (fault.password === undefined && fault.again === undefined) {
      return void reply.redirect(`/enrol/${code}/phone`, 303);
    }
    void reply.status(problemKinds.invalid.status);
    void reply.view('enrol/password.njk', passwordPage({ person: enrolment.personName, name: enrolment.name, fault }));
  }

  @Get('phone')
  @Does('enrolment.use')
  async phone(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    const enrolment = await this.enrol.find(code);
    if (!enrolment) {
      over(reply);
      return;
    }
    if (enrolment.totpSecret === null) return void reply.redirect(`/enrol/${code}`, 303);
    await this.phonePage(reply, enrolment);
  }

  @Post('phone')
  @Does('enrolment.use')
  async confirm(
    @Param('code') code: string,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const enrolment = await this.enrol.find(code);
    if (!enrolment) {
      over(reply);
      return;
    }
    const typed = field(form, 'code').trim();
    const enrolled = await this.enrol.confirm(enrolment, typed, callerOf(request));
    if (enrolled.kind === 'wrong') {
      void reply.status(problemKinds.invalid.status);
      return this.phonePage(reply, enrolment, typed === '' ? 'Enter the 6-digit code' : wrongCode);
    }
    enter(reply, enrolled);
    const { name, codes } = enrolled;
    void reply.view('enrol/recovery-codes.njk', { page: { title: 'Your account is set up' }, name, codes });
  }

  private async phonePage(reply: FastifyReply, { totpSecret, name }: OpenEnrolment, fault?: string): Promise<void> {
    const secret = totpSecret ?? '';
    const picture = await QRCode.toString(secretAddress(secret, name), { type: 'svg', margin: 4 });
    const page = secondFactorPage({ picture, secret: showSecret(secret), name, fault });
    void reply.view('enrol/second-factor.njk', page);
  }
}

const wrongCode =
  'The code is not right. Enter the one that the app shows now, and check that your phone’s clock is set by itself';

function over(reply: FastifyReply): void {
  void reply.status(problemKinds['not-found'].status);
  void reply.view('enrol/over.njk', { page: { title: 'This link cannot be used' } });
}
