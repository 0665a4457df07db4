import { type Colour, dark, light } from '../../scene/colours.ts'
import type { PartRole, ShapeRole } from '../../scene/scene.ts'

/**
 * A picture in a mail lies on white and on near-black alike: each of its colours is the one between the page's light and
 * dark colour that stands out from both as far as it can.
 */
export function toneOf(role: ShapeRole): string {
  const name = colourOf(role)
  const tone = tones.get(name) ?? between(light[name], dark[name])
  tones.set(name, tone)
  return tone
}

export const partTone = (role: PartRole): string => toneOf(role)

const tones = new Map<Colour, string>()

function colourOf(role: ShapeRole): Colour {
  switch (role) {
    case 'before':
      return 'expense'
    case 'net':
    case 'pace':
      return 'accent'
    case 'income':
    case 'expense':
    case 'warn':
    case 'over':
      return role
    case 'c0':
      return 'edge'
    default:
      return role.startsWith('c') ? (role as Colour) : 'edge'
  }
}

/** As far from white as from the darkest sheet. */
const wanted = 0.2

function between(one: string, other: string): string {
  const mixed = Array.from({ length: 33 }, (_, step) => mix(one, other, step / 32))
  const off = (colour: string) => Math.abs(luminance(colour) - wanted)
  return mixed.reduce((best, colour) => (off(colour) < off(best) ? colour : best))
}

function mix(one: string, other: string, part: number): string {
  const [a, b] = [channels(one), channels(other)]
  const parts = a.map((channel, n) => Math.round(channel + ((b[n] ?? channel) - channel) * part))
  return `#${parts.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** As WCAG has it, from 0 to 1. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
