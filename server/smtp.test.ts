import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { sendLetter } from './smtp'

/** A mail server without TLS that takes mail for nobody called spion. */
async function listen() {
  const [heads, receivers, passwords]: [string[], string[], unknown[]] = [[], [], []]
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'], authOptional: true, allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) => { passwords.push(password); done(null, { user: 'x' }) },
    onRcptTo: ({ address }, _session, done) => { receivers.push(address); done(address.includes('spion') ? Object.assign(new Error(`no ${address}`), { responseCode: 550 }) : null) },
    onData: (stream, _session, done) => { let text = ''; stream.on('data', (part) => { text += part }).on('end', () => { heads.push(text.split('\r\n\r\n')[0]!); done() }) },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const { port } = server.server.address() as AddressInfo
  return { heads, receivers, passwords, server: { host: '127.0.0.1', port, secure: false, auth: null }, close: () => server.close() }
}
const letter = { to: 'anna@example.se', fromName: 'Spalt', subject: 'Hej', text: 'Hej\n' }

test('nothing in a letter adds a line to its head, or a receiver', async () => {
  const { heads, receivers, server, close } = await listen()
  const house = { server, from: 'desk@example.se' }
  await sendLetter(house, { ...letter, subject: 'A\r\nBcc: spion@example.org', fromName: 'S\r\nX-Ond: 1' }, 'key')
  await sendLetter(house, { ...letter, to: 'anna@example.se, spion@example.org' }, 'key').catch(() => {})
  await sendLetter(house, { ...letter, to: 'anna@example.se\r\nBcc: spion@example.org' }, 'key').catch(() => {})
  close()
  expect(heads.join('\n')).not.toMatch(/^(bcc|x-ond)/im)
  expect(receivers).not.toContain('spion@example.org')
})

test('what went wrong is said without the receiver', async () => {
  const { server, close } = await listen()
  await expect(sendLetter({ server, from: 'desk@example.se' }, { ...letter, to: 'spion@example.se' }, 'key')).rejects.toThrow(/^the mail server answered 550 \(EENVELOPE\)$/)
  close()
})

test('a password is not said without TLS', async () => {
  const { heads, passwords, server, close } = await listen()
  await expect(sendLetter({ server: { ...server, auth: { user: 'a', pass: 'hemligt' } }, from: 'desk@example.se' }, letter, 'key')).rejects.toThrow('the mail server')
  close()
  expect([heads, passwords]).toEqual([[], []])
})
