import { z } from 'zod'
import { salutations } from './components/salutations'
import { openableFields } from './policy'

export const emailText = z.string({ error: 'http:invalid.required' }).trim().max(254, 'http:invalid.tooLong')
  .regex(/^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;.]+$/, 'people:errors.email').transform(value => value.toLowerCase())
/** Presence only; strength is judged with what is known of the person. */
const anyPassword = z.string({ error: 'http:invalid.required' }).min(1, 'http:invalid.required').max(1_000, 'http:invalid.tooLong')
const personName = z.string({ error: 'http:invalid.required' }).trim().transform(value => value.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/\s+/g, ' '))
  .pipe(z.string().min(2, 'http:invalid.tooShort').max(120, 'http:invalid.tooLong').regex(/\p{L}/u, 'people:errors.name').regex(/^[^<>@/\\]*$/, 'people:errors.name'))
const optionalText = (most: number) => z.string().trim().max(most, 'http:invalid.tooLong').optional().transform(value => value ?? '')
const checkbox = z.string().optional().transform(value => value === 'on' || value === '1')
const id = z.coerce.number({ error: 'http:invalid.required' }).int().min(1, 'http:invalid.required').max(2_147_483_647)

export const signInSchema = z.object({
  login: z.string({ error: 'people:errors.loginNeeded' }).trim().min(1, 'people:errors.loginNeeded').max(254, 'http:invalid.tooLong'),
  password: anyPassword, remember: checkbox, ke: z.string().optional(),
})
export const loginSchema = z.object({ login: signInSchema.shape.login })
export const newPasswordSchema = z.object({ password: anyPassword })
export const citizenSchema = z.object({ name: personName, email: emailText, password: anyPassword, place: optionalText(80) })
export const partnerSchema = z.object({ name: personName, email: emailText, password: anyPassword, organisation: personName })
export const changePasswordSchema = z.object({ current: anyPassword, password: anyPassword })
export const changeEmailSchema = z.object({ email: emailText, current: anyPassword })
export const closeSchema = z.object({ current: anyPassword })
export const sessionSchema = z.object({ sessionId: z.union([z.literal('others'), id]) })

export const profileSchema = z.object({
  name: personName.optional(), salutation: z.enum(salutations).optional().transform(value => value ?? ''), about: optionalText(1_500),
  expertise: optionalText(600).transform(value => [...new Set(value.split(/[,;\n]/).map(word => word.trim()).filter(Boolean))])
    .pipe(z.array(z.string().max(60, 'people:errors.expertise')).max(15, 'people:errors.expertise')),
  place: optionalText(80),
  publicFields: z.preprocess((value): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(openableFields))),
})

export const invitationSchema = z.object({ name: personName, number: z.string({ error: 'http:invalid.required' }).trim().min(1, 'http:invalid.required').max(40, 'http:invalid.tooLong'), email: emailText, unitId: id, position: personName })
export const inviteAgainSchema = z.object({ email: z.preprocess(value => (value === '' ? undefined : value), emailText.optional()) })
export const roleSchema = z.object({ role: z.enum(['ADMINISTRATOR', 'HRD_OFFICER', 'SERVICE_OFFICER', 'MODERATOR']), give: checkbox })
export const headSchema = z.object({ personId: z.preprocess(value => (value === '' || value === undefined ? null : value), id.nullable()) })
