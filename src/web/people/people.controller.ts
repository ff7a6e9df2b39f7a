import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { AuthorityReader } from '../../features/authorities/authority.reader.js';
import { NewPerson } from '../../features/people/dto/person.js';
import { PersonReader } from '../../features/people/person.reader.js';
import { RegisterPerson } from '../../features/people/register-person.js';
import { Acting } from '../../features/shared/acting.js';
import { IssueEnrolment } from '../../features/sign-in/enrolment/issue-enrolment.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { ownOrigin } from '../../platform/http/own-origin.js';
import { every } from '../shared/every.js';
import { filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { type PeoplePage, peoplePage, personPage, registerPage, registerSays } from './people.view-model.js';

const most = { limit: '200', sort: 'name' };
const newPerson = new BodyPipe(NewPerson);

@ApiExcludeController()
@Controller('people')
export class PeoplePageController {
  constructor(
    private readonly people: PersonReader,
    private readonly authorities: AuthorityReader,
    private readonly register: RegisterPerson,
    private readonly enrolments: IssueEnrolment,
  ) {}

  @Get()
  @Does('person.read')
  @Render('people/people.njk')
  async list(@Acting() context: Context, @Query() { cursor }: Record<string, string>): Promise<PeoplePage> {
    const found = await this.people.listAll(context, { ...most, ...(cursor === undefined ? {} : { cursor }) });
    return peoplePage(found, await this.councils(context));
  }

  @Get('new')
  @Does('person.add')
  @Render('people/register.njk')
  async form(@Acting() context: Context): Promise<object> {
    return registerPage(await this.councils(context));
  }

  @Post()
  @Does('person.add')
  async add(@Acting() context: Context, @Body() form: unknown, @Res() reply: FastifyReply): Promise<void> {
    const values = filled(form, ['name', 'authority', 'source']);
    try {
      const { id } = await this.register.run(context, await newPerson.transform(values));
      void reply.redirect(`/people/${id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, registerSays);
      const page = registerPage(await this.councils(context), { values, errors });
      void reply.status(status).view('people/register.njk', page);
    }
  }

  @Get(':id')
  @Does('person.read')
  @Render('people/person.njk')
  async show(@Acting() context: Context, @Param('id') id: string): Promise<object> {
    return personPage(await this.people.findByName(context, id), await this.councils(context));
  }

  /** The link is shown on the page that answers, and nowhere again. */
  @Post(':id/enrolment')
  @Does('enrolment.issue')
  async enrol(
    @Acting() context: Context,
    @Param('id') id: string,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const values = filled(form, ['name']);
    const [person, councils] = [await this.people.findByName(context, id), await this.councils(context)];
    try {
      const issued = await this.enrolments.run(context, person.id, values['name'] ?? '');
      const server = ownOrigin(request);
      void reply.view('people/person.njk', personPage(person, councils, { issued, server }));
    } catch (thrown) {
      const { status, errors } = putRight(thrown, {});
      const page = personPage(person, councils, { typed: { values, errors } });
      void reply.status(status).view('people/person.njk', page);
    }
  }

  private councils(context: Context) {
    return every((query) => this.authorities.listAll(context, query));
  }
}
