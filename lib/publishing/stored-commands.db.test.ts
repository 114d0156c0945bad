import { beforeAll, describe, expect, test } from 'vitest'
import { createArticle, saveDraft } from '@/lib/articles/commands'
import { draftWith, makeActor, makeTag } from '@/lib/articles/fixtures'
import { getDeskArticle } from '@/lib/articles/queries'
import { refusal } from '@/lib/auth/fixtures'
import type { Actor } from '@/lib/auth/model'
import { databaseNow } from '@/lib/platform/db'
import { movePlan, publishArticle, scheduleArticle, setEmbargo } from './commands'
import { publishStored, scheduleStored, unscheduleStored } from './stored-commands'

let editor: Actor
let sectionId: string
beforeAll(async () => {
  editor = await makeActor('editor')
  sectionId = await makeTag('section')
})
const BEGUN = Math.ceil(Date.now() / 60_000) * 60_000
const inHours = (hours: number): Date => new Date(BEGUN + hours * 3_600_000)
const zone = 'Europe/Stockholm'
async function ready(given: Parameters<typeof draftWith>[0] = {}) {
  const { articleId } = await createArticle({ actor: editor })
  const draft = draftWith({ sectionId, ...given })
  const { version } = await saveDraft({ actor: editor, articleId, version: 1, draft })
  return { actor: editor, articleId, version, draft, plannedAt: null }
}
const beginnings = async (articleId: string) => (await getDeskArticle(editor, articleId)).timeline.map(({ liveFrom, version }) => [liveFrom, version])

describe('publishing the stored text', () => {
  test('publishes just what the list showed', async () => {
    const shown = await ready()
    expect(await publishStored(shown)).toMatchObject({ state: 'live', liveVersion: shown.version, version: shown.version })
  })

  test('is refused when the draft or the plan has moved on', async () => {
    const shown = await ready()
    await saveDraft({ ...shown, draft: draftWith({ sectionId }) })
    await expect(publishStored(shown)).rejects.toMatchObject(refusal('CONFLICT', 'staleInList'))
    const planned = await ready()
    await scheduleArticle({ ...planned, at: inHours(2), zone })
    await expect(publishStored(planned)).rejects.toMatchObject(refusal('CONFLICT', 'staleInList'))
    await expect(scheduleStored({ ...planned, at: inHours(3), zone })).rejects.toMatchObject(refusal('CONFLICT', 'staleInList'))
    expect(await publishStored({ ...planned, plannedAt: inHours(2) })).toMatchObject({ state: 'live', plannedVersion: null })
  })

  test('is refused with the reason that the article itself would give', async () => {
    const live = await ready()
    await publishArticle(live)
    await expect(publishStored(live)).rejects.toMatchObject(refusal('INVALID', 'publishedAlready'))
    await expect(publishStored(await ready({ sectionId: null }))).rejects.toMatchObject({ fields: { section: 'sectionRequired' } })
    await expect(publishStored({ ...(await ready()), actor: await makeActor('writer') })).rejects.toMatchObject(refusal('FORBIDDEN'))
    const embargoed = await ready()
    await setEmbargo({ ...embargoed, until: inHours(5), reason: '', plans: null })
    await expect(publishStored(embargoed)).rejects.toMatchObject(refusal('INVALID', 'embargo'))
    await expect(scheduleStored({ ...embargoed, at: inHours(4), zone })).rejects.toMatchObject(refusal('INVALID', 'embargo'))
    expect(await scheduleStored({ ...embargoed, at: inHours(5), zone })).toMatchObject({ state: 'scheduled' })
  })
})

describe('scheduling the stored text', () => {
  test('takes the place of the one plan that the list showed', async () => {
    const shown = await ready()
    const [early, late] = [inHours(2), inHours(6)]
    await scheduleStored({ ...shown, at: early, zone })
    await scheduleStored({ ...shown, plannedAt: early, at: late, zone })
    expect(await beginnings(shown.articleId)).toEqual([[late.toISOString(), shown.version]])
  })

  test('is undone where it stands as it was made, and nowhere else', async () => {
    const [at, elsewhere] = [inHours(2), inHours(6)]
    const [made, moved, gone] = [await ready(), await ready(), await ready()]
    for (const each of [made, moved]) await scheduleStored({ ...each, at, zone })
    await scheduleArticle({ ...made, at: elsewhere, zone })
    expect(await unscheduleStored({ ...made, at })).toMatchObject({ state: 'scheduled' })
    expect(await beginnings(made.articleId)).toEqual([[elsewhere.toISOString(), made.version]])
    const { timeline } = await getDeskArticle(editor, moved.articleId)
    await movePlan({ actor: editor, articleId: moved.articleId, planId: timeline[0]!.id, at: elsewhere, zone })
    await expect(unscheduleStored({ ...moved, at })).rejects.toMatchObject({ ...refusal('CONFLICT', 'planMoved'), params: { at: elsewhere.toISOString() } })
    await expect(unscheduleStored({ ...gone, at })).rejects.toMatchObject(refusal('CONFLICT', 'staleInList'))
    await expect(unscheduleStored({ ...made, at: elsewhere, actor: await makeActor('writer') })).rejects.toMatchObject(refusal('FORBIDDEN'))
  })

  test('does not choose among several plans, nor plan what readers see already', async () => {
    const shown = await ready()
    await scheduleArticle({ ...shown, at: inHours(2), zone })
    await scheduleArticle({ ...shown, at: inHours(3), zone })
    await expect(scheduleStored({ ...shown, plannedAt: inHours(2), at: inHours(6), zone })).rejects.toMatchObject(refusal('INVALID', 'severalPlans'))
    const live = await ready()
    await publishArticle(live)
    await expect(scheduleStored({ ...live, at: inHours(1), zone })).rejects.toMatchObject(refusal('INVALID', 'publishedAlready'))
    await expect(scheduleStored({ ...(await ready()), at: await databaseNow(), zone })).rejects.toMatchObject(refusal('INVALID', 'timePassed'))
  })
})
