import * as v from 'valibot'
import { feature, route } from './route.ts'
import { Id, Name, Version } from './shapes.ts'

const CategoryKind = v.picklist(['expense', 'income'])

export const CategoryView = v.strictObject({
  id: Id,
  version: Version,
  name: v.string(),
  kind: CategoryKind,
  /** Two levels at the most: a parent has no parent. */
  parentId: v.optional(Id),
  archived: v.boolean(),
  /** An alias: its entries are read as this category's. */
  mergedInto: v.optional(Id),
})
export type CategoryView = v.InferOutput<typeof CategoryView>

const NewCategory = v.strictObject({
  name: Name,
  /** Fixed once it is used. */
  kind: CategoryKind,
  parentId: v.optional(Id),
  archived: v.optional(v.boolean()),
})
const example = { name: 'Bakery', kind: 'expense' }
const refusals = ['name-taken', 'unknown-parent', 'category-depth', 'category-kind', 'category-merged'] as const

export const categories = feature({
  listCategories: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/categories',
    who: 'viewer',
    summary: 'All categories, archived and merged ones too',
    answers: { 200: v.strictObject({ items: v.array(CategoryView) }) },
    refusals: [],
  }),
  addCategory: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/categories',
    who: 'editor',
    summary: 'Make a category',
    headers: ['idempotency-key'],
    body: NewCategory,
    answers: { 201: CategoryView, 200: CategoryView },
    refusals: [...refusals, 'precondition-required'],
    example,
  }),
  getCategory: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/categories/{id}',
    who: 'viewer',
    summary: 'One category',
    answers: { 200: CategoryView },
    refusals: [],
  }),
  putCategory: route({
    method: 'PUT',
    path: '/v1/ledgers/{ledger}/categories/{id}',
    who: 'editor',
    summary: 'Make a category under an id of your own, or with If-Match replace it',
    headers: ['if-match'],
    body: NewCategory,
    answers: { 201: CategoryView, 200: CategoryView },
    refusals: [...refusals, 'kind-fixed', 'version-mismatch', 'precondition-required'],
    example,
  }),
  changeCategory: route({
    method: 'PATCH',
    path: '/v1/ledgers/{ledger}/categories/{id}',
    who: 'editor',
    summary: 'Rename, move under another parent (null: none) or archive',
    headers: ['if-match'],
    body: v.strictObject({
      name: v.optional(Name),
      kind: v.optional(CategoryKind),
      parentId: v.optional(v.nullable(Id)),
      archived: v.optional(v.boolean()),
    }),
    answers: { 200: CategoryView },
    refusals: [...refusals, 'kind-fixed', 'version-mismatch'],
    example: { name: 'Bakeries' },
  }),
  mergeCategory: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/categories/{id}/merge',
    who: 'editor',
    summary: 'Read this category as another of its kind from now on; `into: null` undoes it. No total changes',
    body: v.strictObject({ into: v.nullable(Id) }),
    answers: { 200: CategoryView },
    refusals: ['unknown-category', 'category-kind', 'category-depth', 'merge-into-itself', 'not-merged'],
    example: { into: null },
  }),
  removeCategory: route({
    method: 'DELETE',
    path: '/v1/ledgers/{ledger}/categories/{id}',
    who: 'editor',
    summary: 'Delete a category that was never used; twice is the same as once',
    headers: ['if-match'],
    answers: { 204: 'empty' },
    refusals: ['in-use', 'version-mismatch'],
  }),
})
