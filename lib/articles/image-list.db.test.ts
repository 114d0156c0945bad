import { expect, test } from 'vitest'
import { makeImage, makeMediaFolder } from '@/lib/media/fixtures'
import { takenAs } from '@/lib/media/model'
import { db } from '@/lib/platform/db'
import { createArticle, saveDraft, trashArticle } from './commands'
import { draftWith, makeActor } from './fixtures'
import { findArticles } from './queries'

makeMediaFolder()

test('the articles that show an image are found, first or in the text; not those in the trash, nor to a writer another’s under embargo', async () => {
  const [editor, writer] = [await makeActor('editor'), await makeActor('writer')]
  const image = await makeImage(editor)
  const make = async (given: Parameters<typeof draftWith>[0]) => {
    const { articleId } = await createArticle({ actor: editor })
    await saveDraft({ actor: editor, articleId, version: 1, draft: draftWith(given) })
    return articleId
  }
  const use = takenAs(image)
  const [first, inText, secret, trashed] = [await make({ leadImage: use }), await make({ blocks: [{ type: 'image', attrs: use }] }), await make({ leadImage: use }), await make({ leadImage: use })]
  await make({ leadImage: takenAs(await makeImage(editor)) })
  await db.article.update({ where: { id: secret }, data: { embargoUntil: new Date(Date.now() + 86_400_000) } })
  await trashArticle({ actor: editor, articleId: trashed })
  const found = async (actor: typeof editor) => (await findArticles(actor, { imageId: image.id })).rows.map(({ id }) => id)
  expect(await found(editor)).toEqual([secret, inText, first])
  expect(await found(writer)).toEqual([inText, first])
})
