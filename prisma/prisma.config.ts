import { defineConfig } from 'prisma/config'

// The URL is only read by the CLI; the running product hands its own pool to the driver adapter.
export default defineConfig({
  schema: import.meta.dirname,
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://balai@127.0.0.1:5432/balai' },
})
