import { afterEach, expect, test } from 'vitest'
import { mailEnv } from './env'

afterEach(() => {
  delete process.env.MAIL_URL
  delete process.env.MAIL_FROM
})
const withMail = (url: string, from?: string) => {
  process.env.MAIL_URL = url
  if (from === undefined) delete process.env.MAIL_FROM
  else process.env.MAIL_FROM = from
  return mailEnv()
}

test('a mail server is named by an address, with its own ports and a name and password written as %XX', () => {
  const from = 'desk@example.se'
  expect(mailEnv()).toBeNull()
  expect(withMail('')).toBeNull()
  expect(withMail('smtp://127.0.0.1:1025', from)).toEqual({ server: { host: '127.0.0.1', port: 1025, secure: false, auth: null }, from })
  expect(withMail('smtps://anna%40example.se:h%2Fem%23lig@mail.example.se', from)).toEqual({ server: { host: 'mail.example.se', port: 465, secure: true, auth: { user: 'anna@example.se', pass: 'h/em#lig' } }, from })
  expect(withMail('smtp://[::1]', from)?.server).toMatchObject({ host: '::1', port: 587 })
})

test('what is none is refused by the name of the variable and its cure, without the password', () => {
  const refused = (url: string, from?: string) => {
    try {
      return withMail(url, from)
    } catch (error) {
      return String(error)
    }
  }
  for (const url of ['http://mail.example.se', 'mail.example.se:25', 'smtp:', 'smtp://', 'smtp://a:hem%ligt@mail.example.se', 'smtp://a:hem#ligt@mail.example.se', 'smtp://mail.example.se/?tls=no', 'smtp://mail.example.se/x']) {
    expect(refused(url, 'desk@example.se'), url).toContain('set it to smtp://HOST:PORT')
    expect(refused(url, 'desk@example.se'), url).not.toMatch(/hem|ligt/)
  }
  for (const from of [undefined, '', 'Spalt', 'a@example.se, b@example.se', 'a@example.se\nBcc: b@example.se']) expect(refused('smtp://mail.example.se', from)).toContain('MAIL_FROM is no e-mail address')
})
