// The newsroom's settings have one writer. Every readers' page shows something of them, so a change ends all of them (promise 8).
import { type Actor, isAdmin } from '@/lib/auth/model'
import { recordAudit } from '@/lib/audit/commands'
import { conflict, forbidden } from '@/lib/platform/errors'
import { transact } from '@/lib/platform/db'
import { notifyCacheTags } from '@/lib/platform/notify'
import { getEditedSettings } from './queries'
import type { SettingsInput } from './schema'

/** Names the newsroom; called when demo content is loaded. */
export async function nameNewsroom(input: { siteName: string; tagline: string; isDemo: boolean; aboutText?: string; contactText?: string }): Promise<void> {
  await transact({}, async (tx) => {
    await tx.settings.update({ where: { id: 1 }, data: { ...input, version: { increment: 1 } } })
    await notifyCacheTags(tx, ['site'])
  })
}

/** Takes the settings over as given and answers them. CONFLICT, with those that stand, when somebody changed them meanwhile. Nothing new is no change. */
export async function updateSettings({ actor, settings, now: given }: { actor: Actor; settings: SettingsInput; now?: Date }): Promise<SettingsInput> {
  if (!isAdmin(actor)) throw forbidden()
  return transact({ now: given, lock: 'settings' }, async (tx, now) => {
    const standing = await getEditedSettings(tx)
    if (standing.version !== settings.version) throw conflict('settingsChanged', { data: standing })
    const { version, ...values } = settings
    const changed = Object.entries(values).flatMap(([name, value]) => (standing[name as keyof SettingsInput] === value ? [] : [name]))
    if (changed.length === 0) return standing
    await tx.settings.update({ where: { id: 1 }, data: { ...values, version: version + 1 }, select: { id: true } })
    await recordAudit(tx, { actorId: actor.userId, action: 'settings.update', subject: { kind: 'settings', id: null }, details: { count: changed.length, fields: changed }, now })
    await notifyCacheTags(tx, ['site'])
    return { ...values, version: version + 1 }
  })
}
