import { expect, test } from 'vitest'
import { z } from 'zod'
import { checked, fieldErrors } from '~/platform/checked'
import { Conflict, Forbidden, Invalid, NotFound, TooMany } from '~/platform/errors'
import { keepTyped, refusalOf, submit } from './form.server'

const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

test('mistakes, what changed meanwhile, being too quick and a database that is away are said beside the form, each with its status', () => {
  expect(refusalOf(new Invalid({ title: ['forum:errors.titleNeeded'] }))).toEqual([{ title: ['forum:errors.titleNeeded'] }, { status: 422 }])
  expect(refusalOf(new Conflict('decided'))).toEqual([{ form: ['refusals:decided'] }, { status: 409 }])
  expect(refusalOf(new Conflict())).toEqual([{ form: ['http:errors.conflict'] }, { status: 409 }])
  expect(refusalOf(new Forbidden('silenced'))).toEqual([{ form: ['ui:errors.reasons.silenced'] }, { status: 403 }])
  expect(refusalOf(new Forbidden())).toEqual([{ form: ['http:errors.forbidden'] }, { status: 403 }])
  expect(refusalOf(new TooMany(30))).toEqual([{ form: ['http:errors.tooMany'] }, { status: 429, headers: { 'Retry-After': '30' } }])
  expect(refusalOf(away)).toEqual([{ form: ['http:errors.unavailable'] }, { status: 503, headers: { 'Retry-After': '5' } }])
})

test.each([new NotFound(), new TypeError('a defect')])('%s is not said beside a form', error => {
  expect(() => refusalOf(error)).toThrow(error)
})

test('a submitted form keeps what was typed, but no password, whatever refused it', async () => {
  const form = new FormData()
  form.set('name', 'Sri')
  form.set('password', 'rahasia sekali')
  for (const error of [new Invalid({ form: ['x'] }), new TooMany(1), away]) {
    const answer = await submit(form, z.object({ name: z.string(), password: z.string() }), () => Promise.reject(error))
    expect((answer as { data: { result: { initialValue: unknown } } }).data.result.initialValue).toEqual({ name: 'Sri' })
  }
})

test('a page gets back what was typed with the errors, and only what belongs to no form goes on', async () => {
  expect(await keepTyped({ values: { text: 'lama' } }, () => Promise.reject(new Conflict('late')))).toMatchObject({ data: { values: { text: 'lama' }, errors: { form: ['refusals:late'] } }, init: { status: 409 } })
  expect(await keepTyped({}, () => Promise.resolve('done'))).toBe('done')
  await expect(keepTyped({}, () => Promise.reject(new NotFound()))).rejects.toBeInstanceOf(NotFound)
})

test('messages of a schema stand by field, each once, in the field of their first step', () => {
  const schema = z.object({ agenda: z.array(z.string().min(1, 'a:short')), name: z.string('a:needed') }).refine(value => value.agenda.length > 5, { message: 'a:few' })
  expect(fieldErrors(schema.safeParse({ agenda: ['', ''] }).error!)).toEqual({ agenda: ['a:short'], name: ['a:needed'] })
  expect(fieldErrors(schema.safeParse({ agenda: [], name: '' }).error!)).toEqual({ form: ['a:few'] })
  expect(() => checked(schema, { agenda: [], name: '' })).toThrow(new Invalid({ form: ['a:few'] }))
})
