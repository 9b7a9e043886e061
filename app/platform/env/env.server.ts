import { z } from 'zod'

const flag = z.enum(['0', '1', 'true', 'false']).transform(value => value === '1' || value === 'true')
const optionalUrl = (...protocols: string[]) =>
  z.string().optional().refine(value => {
    if (!value) return true
    try {
      return protocols.includes(new URL(value).protocol)
    } catch {
      return false
    }
  }, `must be an address beginning with ${protocols.map(p => `${p}//`).join(' or ')}`)

/** Every setting of a process. `.env.example` says what each is for. */
const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('localhost'),
  APP_URL: optionalUrl('http:', 'https:').transform(value => value?.replace(/\/+$/, '')),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: optionalUrl('postgres:', 'postgresql:'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  ROLE: z.enum(['web', 'worker', 'all']).default('all'),
  MEILI_URL: optionalUrl('http:', 'https:'),
  MEILI_KEY: z.string().optional(),
  SMTP_URL: optionalUrl('smtp:', 'smtps:'),
  MAIL_FROM: z.string().min(3).default('Balai <balai@localhost>'),
  S3_ENDPOINT: optionalUrl('http:', 'https:'),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  CITY_NAME: z.string().min(1).default('Kota Sibolga'),
  DEMO: flag.optional(),
  PAGE_CACHE: flag.default(true),
  DEBUG_HEADERS: flag.default(false),
  SKIP_RATE_LIMITS: flag.default(false),
}).superRefine((env, context) => {
  const s3 = [env.S3_ENDPOINT, env.S3_BUCKET, env.S3_ACCESS_KEY, env.S3_SECRET_KEY]
  if (s3.some(Boolean) && !s3.every(Boolean))
    context.addIssue({ code: 'custom', path: ['S3_BUCKET'], message: 'S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY go together' })
  if (env.NODE_ENV === 'production' && env.SKIP_RATE_LIMITS && !env.DEBUG_HEADERS)
    context.addIssue({ code: 'custom', path: ['SKIP_RATE_LIMITS'], message: 'is for load tests only' })
})

export type Env = z.infer<typeof schema>

/** @throws Error whose message names each wrong setting and why. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const result = schema.safeParse(present)
  if (result.success) return result.data
  const lines = result.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment cannot be used:\n${lines.join('\n')}\nSee .env.example for what each setting means.`)
}

let cached: Env | undefined
/** The environment of this process, read once. */
export function env(): Env {
  cached ??= readEnv()
  return cached
}

/** True where cookies must be Secure and addresses begin with https. */
export function behindTls(): boolean {
  return env().APP_URL?.startsWith('https:') ?? false
}
