import type { CategoryView } from '../../functions/api/categories.ts'
import { editButton } from '../components/edit-button.ts'
import { icon, swatch } from '../components/icon.ts'
import { section, whenPage } from '../components/section.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-book.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { to } from '../router.ts'
import { type Book, categoryOf, colourOf, here } from '../state/book.ts'
import { open, say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'
import { write } from '../state/write.ts'
import { uuidV7 } from '../uuid.ts'

/** Two levels of categories: dragged onto each other, or opened and moved by keyboard; what is put aside stands apart. */
export function categories({ state, desk }: At) {
  const edit = (category?: CategoryView) => open(desk, { kind: 'category', id: uuidV7(desk.now()), category })
  return whenPage(
    desk,
    t(en.categories),
    state.book,
    12,
    (book) => html`
    <div class="head"><div><h1 tabindex="-1">${t(en.categories)}</h1><p class="q s">${t(words.categoriesLead)}</p></div>
      <button class="b p" type="button" onClick=${() => edit()}>${icon('plus')}${t(words.addCategory)}</button></div>
    <div class="g two">
      ${tree(desk, book, 'expense', t(words.expenses), edit)}
      ${tree(desk, book, 'income', t(words.incomes), edit)}
    </div>
    ${aside(desk, book, edit)}`,
  )
}

type Edit = (category: CategoryView) => void

function tree(desk: Desk, book: Book, kind: CategoryView['kind'], title: string, edit: Edit) {
  const own = book.categories
    .filter((one) => one.kind === kind && !one.archived && !one.mergedInto)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  // a parent that was merged is read as what it was merged into
  const parentOf = (one: CategoryView) => categoryOf(book, one.parentId)?.id
  const parents = own.filter((one) => !own.some(({ id }) => id === parentOf(one)))
  const drop = (parent: CategoryView | undefined) => ({
    onDragOver: (event: DragEvent) => accept(event),
    onDrop: (event: DragEvent) => dropped(desk, book, event, parent),
  })
  return section(
    title,
    undefined,
    own.length === 0
      ? html`<p class="q">${t(words.noCategories)}</p>`
      : html`<ul class="tree">${parents.map(
          (parent) => html`<li key=${parent.id} ...${drop(parent)}>
        ${line(book, parent, edit, !own.some((one) => parentOf(one) === parent.id))}
        <ul>${own.filter((one) => parentOf(one) === parent.id).map((child) => html`<li key=${child.id}>${line(book, child, edit, true)}</li>`)}</ul></li>`,
        )}</ul>
        <p class="drop q s" ...${drop(undefined)}>${t(words.dropHere)}</p>`,
  )
}

/** The one that is dragged: its id does not leave the page. */
let dragged: CategoryView | undefined

function line(book: Book, category: CategoryView, edit: Edit, isMovable: boolean) {
  const { id, name, parentId } = category
  const start = (event: DragEvent) => {
    dragged = category
    event.dataTransfer?.setData('text/plain', name)
    // what can be dropped on shows itself
    document.documentElement.classList.add('dragging')
  }
  return html`<div class="row sb leaf" draggable=${isMovable} onDragStart=${start} onDragEnd=${ended}>
    <a href=${to('/entries', { category: id })}>${!parentId && swatch(colourOf(book, id))}${name}</a>
    ${editButton(name, () => edit(category))}</div>`
}

function ended(): void {
  dragged = undefined
  document.documentElement.classList.remove('dragging')
}

function accept(event: DragEvent): void {
  if (dragged) event.preventDefault()
}

async function dropped(desk: Desk, book: Book, event: DragEvent, parent: CategoryView | undefined): Promise<void> {
  event.preventDefault()
  const category = dragged
  dragged = undefined
  const isSame = !category || category.id === parent?.id || categoryOf(book, category.parentId)?.id === parent?.id
  if (isSame || (parent && categoryOf(book, parent.parentId))) return
  await move(desk, category, parent?.id)
}

/** Under another parent, or on top without one. */
export async function move(
  desk: Desk,
  { id, name, parentId }: CategoryView,
  parent: string | undefined,
): Promise<void> {
  const { api } = desk.client
  const put = (parentId: string | null) =>
    api.categories.changeCategory({ params: { ...here, id }, body: { parentId } })
  const problem = await write(desk, put(parent ?? null), t(words.moved, { name }), () => put(parentId ?? null))
  if (problem) say(desk, refusalText(problem))
}

function aside(desk: Desk, book: Book, edit: Edit) {
  const all = book.categories.filter((one) => one.archived || one.mergedInto)
  if (all.length === 0) return undefined
  return html`<details class="follow"><summary>${t(words.aside)}</summary><ul>${all.map((one) => {
    const other = one.mergedInto && book.categories.find(({ id }) => id === one.mergedInto)?.name
    return html`<li class="session row sb" key=${one.id}><span>${other ? t(words.readAs, { name: one.name, other }) : one.name}</span>
      ${
        other
          ? html`<button class="b" type="button" onClick=${() => unmerge(desk, one)}>${t(words.unmerge, { name: one.name })}</button>`
          : editButton(one.name, () => edit(one))
      }</li>`
  })}</ul></details>`
}

async function unmerge(desk: Desk, { id, name, mergedInto }: CategoryView): Promise<void> {
  const { api } = desk.client
  const merge = (into: string | null) => api.categories.mergeCategory({ params: { ...here, id }, body: { into } })
  const problem = await write(desk, merge(null), t(words.unmerged, { name }), () => merge(mergedInto ?? null))
  if (problem) say(desk, refusalText(problem))
}
