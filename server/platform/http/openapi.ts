import { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import { translate } from '../i18n/translate.ts';
import { type Endpoint, NoBody } from './api.ts';

type Json = Record<string, unknown>;

export interface ApiDescription {
  endpoints: readonly Endpoint[];
  /** The address under which the paths lie. */
  server: string;
  version: string;
}

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  reference: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});

/** The OpenAPI 3.1 document of the endpoints, in the reader's language. */
export function openApiDocument(locale: Locale, { endpoints, server, version }: ApiDescription): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Rostrum', version, description: translate(locale, 'api.lead') },
    servers: [{ url: server }],
    security: [{ token: [] }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((tag) => ({ name: tag })),
    paths: pathsOf(locale, endpoints),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
      responses: {
        Problem: {
          description: translate(locale, 'api.errors'),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function pathsOf(locale: Locale, endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const each of endpoints) {
    const path = each.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [each.method]: operationOf(locale, each) };
  }
  return paths;
}

function operationOf(locale: Locale, each: Endpoint): Json {
  return {
    operationId: operationId(each),
    summary: translate(locale, each.summary),
    tags: [each.tag],
    parameters: [...parametersOf(each.params, 'path'), ...parametersOf(each.query, 'query')],
    ...(each.body === NoBody
      ? {}
      : { requestBody: { required: true, content: jsonContent(each.body, 'input') } }),
    responses: {
      [each.status]: {
        description: translate(locale, each.summary),
        ...(each.response === NoBody ? {} : { content: jsonContent(each.response, 'output') }),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

/** `get /events/:event/guests` becomes `get-events-event-guests`. */
function operationId({ method, path }: Endpoint): string {
  return [method, ...path.split('/').map((part) => part.replace(':', ''))].filter(Boolean).join('-');
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function jsonContent(schema: z.ZodType, io: 'input' | 'output'): Json {
  return { 'application/json': { schema: schemaOf(schema, io) } };
}

/** A pattern that only repeats a format, and the bounds of every whole number, say nothing to a reader. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return json;
}
