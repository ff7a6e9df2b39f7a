import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddPackageReturn } from './add-package-return.js';
import { PackageReturn, NewPackageReturn } from './dto/package-return.js';
import { PackageReturnReader, packageReturnListing } from './package-return.reader.js';

@ApiTags('Funding')
@Controller('api/v1/partnerships/:partnership/package-returns')
export class PackageReturnsController extends RecordRoutes({
  record: 'package-return',
  add: NewPackageReturn,
  view: PackageReturn,
  listing: packageReturnListing,
  one: 'a return of packages',
  many: 'returns of packages',
}) {
  constructor(
    protected readonly reader: PackageReturnReader,
    protected readonly adds: AddPackageReturn,
  ) {
    super();
  }
}
