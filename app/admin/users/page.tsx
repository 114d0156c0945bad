import { getTranslations } from 'next-intl/server'
import { NewUser } from '@/components/admin/new-user'
import { UserList } from '@/components/admin/user-list'
import { requireAdmin } from '@/lib/auth/session'
import { findUsers } from '@/lib/users/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('users') }
}

export default async function UsersPage() {
  const actor = await requireAdmin()
  const [t, users] = await Promise.all([getTranslations('shell'), findUsers()])
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <header className="mb-4 flex items-center justify-between gap-4">
        <h1 className="text-xl font-bold tracking-tight">{t('users')}</h1>
        <NewUser />
      </header>
      <UserList users={users} ownId={actor.userId} />
    </div>
  )
}
