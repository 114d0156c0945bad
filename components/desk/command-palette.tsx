'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import { type Found, type Suggestion, Typeahead } from '@/components/ui/typeahead'
import { createArticle, searchArticles } from '@/lib/articles/actions'
import { useAsk } from './use-deed'
import { useSearch } from './use-search'

type FoundArticle = Extract<Awaited<ReturnType<typeof searchArticles>>, { ok: true }>['data'][number]
type Deed = { id: string; name: string; href?: string }

/** Ctrl/Cmd-K: every place, every deed that needs no place, and every article by its headline. */
export function CommandPalette({ isAdmin }: { isAdmin: boolean }) {
  const t = useTranslations('shell')
  const states = useTranslations('desk.states')
  const router = useRouter()
  const say = useToast()
  const ask = useAsk()
  const look = useSearch()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && !event.shiftKey && !event.altKey) {
        event.preventDefault()
        setOpen(true)
      }
    }
    // before the editor, which has its own use for the key
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
  const deeds: Deed[] = [
    { id: 'new', name: t('newArticle') },
    { id: 'articles', name: t('articles'), href: '/desk' },
    { id: 'mine', name: t('myDrafts'), href: '/desk?state=draft&author=me' },
    { id: 'scheduled', name: t('scheduled'), href: '/desk?state=scheduled' },
    { id: 'calendar', name: t('calendar'), href: '/desk/calendar' },
    { id: 'front', name: t('front'), href: '/desk/front' },
    { id: 'images', name: t('images'), href: '/desk/images' },
    { id: 'links', name: t('links'), href: '/desk/links' },
    { id: 'unresolved', name: t('unresolvedLinks'), href: '/desk/links?show=unresolved' },
    { id: 'broken', name: t('brokenLinks'), href: '/desk/links?show=broken' },
    ...(isAdmin ? [{ id: 'tags', name: t('tags'), href: '/admin/tags' }, { id: 'users', name: t('users'), href: '/admin/users' }, { id: 'audit', name: t('audit'), href: '/admin/audit' }, { id: 'settings', name: t('settings'), href: '/admin/settings' }] : []),
    { id: 'account', name: t('account'), href: '/account' },
    { id: 'site', name: t('toSite'), href: '/' },
    { id: 'out', name: t('signOut'), href: '/sign-out' },
  ]
  const toRows = (rows: FoundArticle[]): Suggestion[] => rows.map((row) => ({ id: `article:${row.id}`, name: row.headline || t('untitled'), note: [states(row.state), row.section].filter(Boolean).join(' · ') }))
  const search = async (query: string): Promise<Found> => {
    const key = query.trim().toLocaleLowerCase()
    const fitting = deeds.filter(({ name }) => name.toLocaleLowerCase().includes(key))
    const found = key ? await look(() => searchArticles({ query }), toRows) : { rows: [] }
    return { ...found, rows: [...fitting, ...found.rows] }
  }
  const run = async ({ id }: Suggestion) => {
    setOpen(false)
    if (id.startsWith('article:')) return router.push(`/desk/articles/${id.slice('article:'.length)}`)
    // the readers' pages are not Next's
    if (id === 'site') return void window.open('/', '_self')
    const deed = deeds.find((each) => each.id === id)
    if (deed?.href) return router.push(deed.href)
    const made = await ask(() => createArticle({}))
    if (made.ok) router.push(`/desk/articles/${made.data.articleId}`)
    else say(made.message)
  }
  return (
    <Dialog title={t('findAndDo')} closeLabel={t('close')} isOpen={isOpen} onClose={() => setOpen(false)}>
      <Typeahead label={t('findAndDo')} hideLabel autoFocus eager placeholder={t('findPlaceholder')} emptyText={t('nothingFound')} search={search} onPick={(picked) => void run(picked)} />
    </Dialog>
  )
}
