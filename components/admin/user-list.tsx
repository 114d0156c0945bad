'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDeed } from '@/components/desk/use-deed'
import { Dialog } from '@/components/ui/dialog'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { Select } from '@/components/ui/select'
import { CONTROL_CELL } from '@/components/ui/table'
import { useToast } from '@/components/ui/toast'
import { type Role, ROLES } from '@/lib/auth/model'
import { changeRole, renewLink, setActive } from '@/lib/users/actions'
import { type GivenLink, OneTimeLink } from './one-time-link'

type User = { id: string; name: string; email: string; role: Role; deactivatedAt: Date | null; hasPassword: boolean }

/** The staff: who they are, what they may, and whether they can come in. */
export function UserList({ users, ownId }: { users: readonly User[]; ownId: string }) {
  const t = useTranslations('admin')
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
      <thead className="max-md:sr-only">
        <tr className="text-left text-[0.8125rem] text-quiet">
          {(['name', 'email'] as const).map((name) => <th key={name} scope="col" className={`${CONTROL_CELL} ${name === 'name' ? 'w-36 lg:w-1/4' : ''}`}>{t(name)}</th>)}
          <th scope="col" className={`${CONTROL_CELL} w-40 lg:w-48`}>{t('role')}</th>
          <th scope="col" className={`${CONTROL_CELL} w-28 lg:w-36`}>{t('state')}</th>
          <th scope="col" className={`${CONTROL_CELL} w-14`}><span className="sr-only">{t('more')}</span></th>
        </tr>
      </thead>
      <tbody>{users.map((user) => <Row key={user.id} user={user} isOwn={user.id === ownId} />)}</tbody>
    </table>
  )
}

function Row({ user, isOwn }: { user: User; isOwn: boolean }) {
  const t = useTranslations('admin')
  const roles = useTranslations('auth.roles')
  const { run, isHeld } = useDeed()
  const say = useToast()
  const [link, setLink] = useState<GivenLink | null>(null)
  const isActive = user.deactivatedAt === null
  const activate = async (active: boolean): Promise<void> => {
    const answer = await run(() => setActive({ userId: user.id, active }))
    say(answer.ok ? t(active ? 'opened' : 'closed', { name: user.name }) : answer.message, answer.ok ? { name: t('undo'), run: () => void activate(!active) } : undefined)
  }
  const role = async (next: Role) => {
    const answer = await run(() => changeRole({ userId: user.id, role: next }))
    say(answer.ok ? t('roleChanged', { name: user.name, role: roles(next) }) : answer.message)
  }
  const renew = async () => {
    const answer = await run(() => renewLink({ userId: user.id }))
    if (answer.ok) setLink(answer.data)
    else say(answer.message)
  }
  const entries: MenuEntry[] = [
    ...(isActive ? [{ id: 'link', name: t(user.hasPassword ? 'resetLink' : 'newLink'), onAction: () => void renew() }] : []),
    isActive ? { id: 'close', name: t('closeAccount'), onAction: () => void activate(false), danger: true } : { id: 'open', name: t('openAccount'), onAction: () => void activate(true) },
  ]
  return (
    <tr className={`max-md:grid max-md:grid-cols-[1fr_auto] max-md:border-b max-md:border-line max-md:py-2 max-md:[&>td]:border-0 ${isActive ? '' : 'text-quiet'}`}>
      <td className={`${CONTROL_CELL} font-semibold wrap-anywhere max-md:col-start-1`}>{user.name}{isOwn && <span className="font-normal text-quiet"> {t('you')}</span>}</td>
      <td className={`${CONTROL_CELL} wrap-anywhere max-md:col-start-1 max-md:row-start-2 max-md:py-0 max-md:text-quiet`}><Email address={user.email} /></td>
      <td className={`${CONTROL_CELL} max-md:col-span-2`}><Select label={t('roleOf', { name: user.name })} hideLabel value={user.role} options={ROLES.map((id) => ({ id, name: roles(id) }))} onChange={(next) => void role(next as Role)} isDisabled={!isActive} isPending={isHeld} /></td>
      <td className={`${CONTROL_CELL} max-md:col-start-1 max-md:row-start-3`}><UserState user={user} /></td>
      <td className={`${CONTROL_CELL} text-right max-md:col-start-2 max-md:row-start-1`}>
        <Menu label={t('moreFor', { name: user.name })} entries={entries} isPending={isHeld} />
        <Dialog title={t('linkTitle')} closeLabel={t('close')} isOpen={link !== null} onClose={() => setLink(null)}>{link && <OneTimeLink name={user.name} email={user.email} given={link} />}</Dialog>
      </td>
    </tr>
  )
}

/** Broken after its @ where there is no room. */
function Email({ address }: { address: string }) {
  const at = address.indexOf('@') + 1
  return <>{address.slice(0, at)}<wbr />{address.slice(at)}</>
}

function UserState({ user }: { user: User }) {
  const t = useTranslations('admin.states')
  const kind = user.deactivatedAt ? 'closed' : user.hasPassword ? 'active' : 'invited'
  return (
    <span className={`inline-flex items-center gap-1.5 ${kind === 'active' ? 'text-live' : kind === 'invited' ? 'text-plan' : ''}`}>
      <svg aria-hidden width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeWidth="1.6">
        {kind === 'closed' ? <path d="M2 6h8" strokeLinecap="round" /> : <circle cx="6" cy="6" r="4" fill={kind === 'active' ? 'currentColor' : 'none'} />}
      </svg>
      {t(kind)}
    </span>
  )
}
