import { Module } from '@nestjs/common';
import { AdministratorReader } from './administrator.reader.js';
import { AdministratorsController } from './administrators.controller.js';
import { ApproveGrant } from './approve-grant.js';
import { EndAdministrator } from './end-administrator.js';
import { EndGrant } from './end-grant.js';
import { GiveRole } from './give-role.js';
import { GrantReader } from './grant.reader.js';
import { GrantsController } from './grants.controller.js';
import { NameAdministrator } from './name-administrator.js';
import { PeopleController } from './people.controller.js';
import { PeopleStore } from './people.store.js';
import { PersonReader } from './person.reader.js';
import { RegisterPerson } from './register-person.js';

const verbs = [RegisterPerson, GiveRole, NameAdministrator, ApproveGrant, EndGrant, EndAdministrator];
const readers = [PersonReader, GrantReader, AdministratorReader];

@Module({
  controllers: [PeopleController, GrantsController, AdministratorsController],
  providers: [PeopleStore, ...verbs, ...readers],
  exports: [...verbs, ...readers],
})
export class PeopleModule {}
