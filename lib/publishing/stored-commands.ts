// Publishing from a list, where nobody has the text open: what goes out is the draft that the list showed, or nothing.
import { draftInputOf } from '@/lib/articles/model'
import { refusal } from '@/lib/articles/policy'
import { type DeskArticle, getDeskArticle } from '@/lib/articles/queries'
import { conflict, invalid } from '@/lib/platform/errors'
import type { Target } from './change-commands'
import { cancelPlan, publishArticle, scheduleArticle } from './commands'

/** `plannedAt`: the next plan that was shown */
type Shown = Target & { version: number; plannedAt: Date | null }

/** Publishes the stored draft at once, in place of the next plan. Errors as `publishArticle`; CONFLICT when draft or plan is not what was shown, INVALID when readers have that text already. */
export async function publishStored(input: Shown): Promise<DeskArticle> {
  const article = await load(input)
  if (article.liveVersion === article.version && article.plannedVersion === null) throw invalid('publishedAlready')
  return publishArticle({ ...targetOf(input), version: article.version, draft: draftInputOf(article.draft) })
}

/** Plans the stored draft, in place of the one plan that was shown if there is one. Errors as `scheduleArticle`; CONFLICT as above, INVALID when there are several plans to choose from. */
export async function scheduleStored({ at, zone, ...input }: Shown & { at: Date; zone: string }): Promise<DeskArticle> {
  const article = await load(input)
  const plans = plansOf(article)
  if (plans.length > 1) throw invalid('severalPlans')
  if (plans.length === 0 && article.liveVersion === article.version) throw invalid('publishedAlready')
  return scheduleArticle({ ...targetOf(input), version: article.version, draft: draftInputOf(article.draft), at, zone, replaces: plans[0]?.id ?? null })
}

/** Takes away the plan that `scheduleStored` made of that text for that instant. CONFLICT when it stands there no more. */
export async function unscheduleStored({ version, at, ...target }: Target & { version: number; at: Date }): Promise<DeskArticle> {
  const article = await getDeskArticle(target.actor, target.articleId, undefined, target.now)
  if (!article.may.publish) throw refusal(target.actor, article)
  const plans = plansOf(article).filter((plan) => plan.version === version)
  const plan = plans.find(({ liveFrom }) => liveFrom === at.toISOString()) ?? plans[0]
  if (!plan) throw conflict('staleInList')
  return cancelPlan({ ...target, planId: plan.id, was: at })
}

const targetOf = ({ actor, articleId, now }: Shown): Target => ({ actor, articleId, now })
const plansOf = ({ timeline }: DeskArticle) => timeline.filter(({ phase }) => phase === 'plan')

async function load({ actor, articleId, version, plannedAt, now }: Shown): Promise<DeskArticle> {
  const article = await getDeskArticle(actor, articleId, undefined, now)
  if (!article.may.publish) throw refusal(actor, article)
  const next = plansOf(article)[0]?.liveFrom ?? null
  if (article.version !== version || next !== (plannedAt?.toISOString() ?? null)) throw conflict('staleInList')
  return article
}
