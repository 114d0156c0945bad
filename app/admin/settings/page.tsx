import { getTranslations } from 'next-intl/server'
import { SettingsForm } from '@/components/admin/settings-form'
import { requireAdmin } from '@/lib/auth/session'
import { getEditedSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('settings') }
}

export default async function SettingsPage() {
  await requireAdmin()
  const [t, settings] = await Promise.all([getTranslations('shell'), getEditedSettings()])
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <h1 className="mb-4 text-xl font-bold tracking-tight">{t('settings')}</h1>
      <SettingsForm settings={settings} />
    </div>
  )
}
