'use client'
import { useTranslations } from 'next-intl'
import { type PointerEvent, useRef } from 'react'
import { cutPlace, deskImagePath, fittingPath, type ImageFile, srcSetOf } from '@/lib/media/model'

type Focus = { focusX: number; focusY: number }
type Props = { image: ImageFile; alt: string; focus: Focus; onChange: (focus: Focus) => void; isDisabled: boolean }
/** as readers' lists cut it: the nearest of five places */
const STEP = 25
const LIST = 3 / 2
const SHARE = 1200 / 630

/** The whole image with the point in it that is always seen, by a press or by two sliders, and how it is cut around that. */
export function FocusPoint({ image, alt, focus, onChange, isDisabled }: Props) {
  const t = useTranslations('images.focus')
  const frame = useRef<HTMLDivElement>(null)
  const set = ({ clientX, clientY, buttons }: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box || isDisabled || buttons !== 1) return
    const percent = (at: number, from: number, length: number) => Math.min(100, Math.max(0, Math.round(((at - from) / length) * 100)))
    onChange({ focusX: percent(clientX, box.left, box.width), focusY: percent(clientY, box.top, box.height) })
  }
  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    set(event)
  }
  return (
    <div className="flex flex-col gap-4">
      <div ref={frame} onPointerDown={press} onPointerMove={set} className={`relative mx-auto w-fit select-none ${isDisabled ? '' : 'cursor-crosshair touch-none'}`}>
        <img src={fittingPath(image, 960, deskImagePath)} srcSet={srcSetOf(image, deskImagePath)} sizes="(min-width: 64rem) 60vw, 100vw" width={image.width} height={image.height} alt={alt} draggable={false} className="max-h-[65dvh] w-auto max-w-full rounded-md bg-chosen object-contain" />
        <span aria-hidden style={{ left: `${focus.focusX}%`, top: `${focus.focusY}%` }} className="pointer-events-none absolute size-7 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white bg-black/25 shadow-[0_0_0_2px_rgb(0_0_0/0.7)]" />
      </div>
      <section aria-labelledby="focus" className="flex flex-col gap-3">
        <h2 id="focus" className="text-base font-bold">{t('title')}</h2>
        {!isDisabled && (
          <>
            <p className="text-[0.8125rem] text-quiet">{t('hint')}</p>
            <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              <Slider label={t('across')} value={focus.focusX} onChange={(focusX) => onChange({ ...focus, focusX })} />
              <Slider label={t('down')} value={focus.focusY} onChange={(focusY) => onChange({ ...focus, focusY })} />
            </div>
          </>
        )}
        <div className="grid grid-cols-2 gap-4 sm:max-w-xl">
          <Cut name={t('list')} image={image} place={{ x: stepped(focus.focusX), y: stepped(focus.focusY) }} shape={LIST} />
          <Cut name={t('share')} image={image} place={cutPlace({ ...image, ...focus }, SHARE)} shape={SHARE} />
        </div>
      </section>
    </div>
  )
}

const stepped = (percent: number): number => Math.round(percent / STEP) * STEP

function Slider({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <label className="flex items-center gap-3 text-[0.8125rem] font-semibold">
      <span className="w-16 shrink-0">{label}</span>
      <input type="range" min={0} max={100} value={value} aria-valuetext={`${value} %`} onChange={(event) => onChange(event.target.valueAsNumber)} className="h-9 min-w-0 flex-1 accent-accent" />
      <output className="w-11 shrink-0 text-right font-normal text-quiet tabular-nums">{value} %</output>
    </label>
  )
}

function Cut({ name, image, place, shape }: { name: string; image: ImageFile; place: { x: number; y: number }; shape: number }) {
  return (
    <figure className="min-w-0 text-[0.8125rem]">
      <img src={fittingPath(image, 640, deskImagePath)} width={image.width} height={image.height} alt="" style={{ aspectRatio: shape, objectPosition: `${place.x}% ${place.y}%` }} className="h-auto w-full rounded-md bg-chosen object-cover" />
      <figcaption className="mt-1 text-quiet">{name}</figcaption>
    </figure>
  )
}
