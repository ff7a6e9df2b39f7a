import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** What the service says of itself, OpenAPI 3.1, made from the controllers that serve it. */
export function openApiDocument(app: INestApplication, version: string): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Poolkeeper')
    .setDescription(
      'Partnership agreements, contributions, shares and funding risks of pooled budgets. Money is pounds as text with ' +
        'exactly two decimals; dates are YYYY-MM-DD; `from` counts and `until` does not. Every refusal is a problem ' +
        'document (RFC 9457) that names the field and what was expected.',
    )
    .setVersion(version)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .setOpenAPIVersion('3.1.0')
    .build();
  const made = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
  });
  return withoutNullable(made) as OpenAPIObject;
}

/** OpenAPI 3.1 says "or null" as JSON Schema does: `nullable` becomes a second type. */
function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, held]) => [key, withoutNullable(held)]));
  return nullable === true ? { ...inner, type: [inner['type'], 'null'] } : inner;
}
