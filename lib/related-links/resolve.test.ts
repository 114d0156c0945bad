import { expect, test } from 'vitest'
import { type NameServer, resolvePublicly } from './resolve'

const fails = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))
type Reply = string[] | string
const server = (four: Reply, six: Reply, com: Reply = ['a.gtld-servers.net']): NameServer => {
  const reply = (given: Reply) => (typeof given === 'string' ? fails(given) : () => Promise.resolve(given))
  return { resolve4: reply(four), resolve6: reply(six), resolveNs: reply(com) } as unknown as NameServer
}

test('every address of a name is found, of both kinds', async () => {
  expect(await resolvePublicly('a.test', server(['1.1.1.1', '10.0.0.1'], ['::1']))).toEqual(['1.1.1.1', '10.0.0.1', '::1'])
  expect(await resolvePublicly('a.test', server(['1.1.1.1'], 'ENODATA'))).toEqual(['1.1.1.1'])
  expect(await resolvePublicly('a.test', server('ESERVFAIL', ['2606:4700::1']))).toEqual(['2606:4700::1'])
})

test.each([
  ['a name that does not exist', server('ENOTFOUND', 'ENOTFOUND'), 'ENOTFOUND'],
  ['a name without addresses', server('ENODATA', 'ENODATA'), 'EAI_AGAIN'],
  ['one that is only half known', server('ENOTFOUND', 'ETIMEOUT'), 'EAI_AGAIN'],
  ['no name server', server('ECONNREFUSED', 'ECONNREFUSED'), 'EAI_AGAIN'],
  ['a name server for which nothing outside exists', server('ENOTFOUND', 'ENOTFOUND', 'ENOTFOUND'), 'EAI_AGAIN'],
])('%s', async (_what, ask, code) => {
  await expect(resolvePublicly('a.test', ask)).rejects.toMatchObject({ code })
})
