import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Button } from './button'
import { ErrorSummary, summaryOf } from './error-summary'
import { Choice, Field, FieldGroup, PasswordInput, TextInput } from './field'

const described = (control: HTMLElement) => (control.getAttribute('aria-describedby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent)

test('a field wires label, hint and error to its control, and keeps what was typed', () => {
  render(<Field label="Judul" name="judul" hint="Satu kalimat." error="Tulis judul."><TextInput defaultValue="Blangko" /></Field>)
  const control = screen.getByLabelText<HTMLInputElement>('Judul')
  expect(control.name).toBe('judul')
  expect(control.id).toBe('f-judul')
  expect(control.value).toBe('Blangko')
  expect(control.getAttribute('aria-invalid')).toBe('true')
  expect(described(control)).toEqual(['Satu kalimat.', 'Tulis judul.'])
})

test('without error a control is neither invalid nor described by one; optional fields say so in words', () => {
  render(<Field label="Tentang" name="about" optional="boleh dikosongkan"><TextInput /></Field>)
  const control = screen.getByLabelText('Tentang (boleh dikosongkan)')
  expect(control.hasAttribute('aria-invalid')).toBe(false)
  expect(control.hasAttribute('aria-describedby')).toBe(false)
})

test('several errors are all shown and an explicit id wins', () => {
  render(<Field label="Sandi" name="password" id="sandi-baru" error={['Terlalu pendek.', 'Terlalu umum.']}><PasswordInput show="Tampilkan" hide="Sembunyikan" /></Field>)
  const control = screen.getByLabelText<HTMLInputElement>('Sandi')
  expect(control.id).toBe('sandi-baru')
  expect(described(control)).toEqual(['Terlalu pendek.Terlalu umum.'])
  expect(control.type).toBe('password')
  fireEvent.click(screen.getByRole('button', { name: 'Tampilkan' }))
  expect(control.type).toBe('text')
  fireEvent.click(screen.getByRole('button', { name: 'Sembunyikan' }))
  expect(control.type).toBe('password')
})

test('a group of choices is a fieldset described by its error; each choice keeps its own name', () => {
  render(
    <FieldGroup label="Siapa yang membaca" name="audience" error="Pilih satu.">
      <Choice type="radio" name="audience" value="asn">Semua ASN</Choice>
      <Choice type="radio" name="audience" value="public">Warga</Choice>
    </FieldGroup>,
  )
  const group = screen.getByRole('group', { name: 'Siapa yang membaca' })
  expect(described(group)).toEqual(['Pilih satu.'])
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Warga' }).name).toBe('audience')
})

test('the error summary takes focus, leads to fields, and comes back to focus with new mistakes only', () => {
  const errors = [{ text: 'Tulis judul.', field: 'f-judul' }]
  const page = (list: { text: string; field?: string }[]) => (
    <>
      <ErrorSummary title={count => `${count} isian`} errors={list} />
      <Field label="Judul" name="judul"><TextInput /></Field>
    </>
  )
  const { rerender } = render(page(errors))
  expect(document.activeElement).toBe(screen.getByRole('alert'))
  fireEvent.click(screen.getByRole('link', { name: 'Tulis judul.' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Judul'))
  rerender(page([...errors]))
  expect(document.activeElement).toBe(screen.getByLabelText('Judul'))
  rerender(page([{ text: 'Judul terlalu panjang.', field: 'f-judul' }]))
  expect(document.activeElement).toBe(screen.getByRole('alert'))
  rerender(page([]))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a summary counts what belongs to a field: being too quick is no mistake in what was typed', () => {
  const errors = summaryOf({ title: ['a:short', 'a:odd'], form: ['a:quick'] }, key => key)
  expect(errors).toEqual([{ text: 'a:short', field: 'f-title' }, { text: 'a:odd', field: 'f-title' }, { text: 'a:quick' }])
  const { rerender } = render(<ErrorSummary title={count => `${count} isian`} errors={errors} />)
  expect(screen.getByRole('heading').textContent).toBe('2 isian')
  rerender(<ErrorSummary title={count => `${count} isian`} errors={summaryOf({ form: ['a:quick'] }, key => key)} />)
  expect(screen.getByRole('heading').textContent).toBe('0 isian')
})

test('a working button says so, keeps its name in place and swallows further presses', () => {
  let sent = 0
  const form = (working: boolean) => (
    <form onSubmit={event => { event.preventDefault(); sent++ }}>
      <Button working={working} workingLabel="Mengirim…">Kirim</Button>
    </form>
  )
  const { rerender } = render(form(false))
  fireEvent.click(screen.getByRole('button'))
  expect(sent).toBe(1)
  rerender(form(true))
  fireEvent.click(screen.getByRole('button'))
  expect(sent).toBe(1)
  expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true')
})
