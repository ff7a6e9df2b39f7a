import { IntersectionType } from '@nestjs/swagger';
import { Slug, Words } from '../../../shared/fields.js';
import { Identified } from '../../../shared/identified.js';
import { Recorded, Sourced } from '../../../shared/provenance.js';

const example = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
-----END PUBLIC KEY-----
`;

class AuditKeyFields {
  @Slug({ says: 'Which authority signs with it', example: 'dorset' })
  authority!: string;

  @Words({ says: 'The public key, Ed25519, as PEM. The private one stays with the authority', example, most: 400 })
  pem!: string;
}

/** A public key to be added. */
export class NewAuditKey extends IntersectionType(AuditKeyFields, Sourced) {}

/** A public key with which a partner cosigns checkpoints. */
export class AuditKey extends IntersectionType(Identified, AuditKeyFields, Recorded) {
  @Words({ says: 'What signatures call it: the start of the SHA-256 of the key' })
  key!: string;
}
