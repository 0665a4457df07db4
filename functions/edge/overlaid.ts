/** A body with the fields of a patch laid over it; what the patch leaves out stays. */
export function overlaid<Body extends object>(
  body: Body,
  patch: { readonly [Field in keyof Body]?: Body[Field] | undefined },
): Body {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { ...body, ...Object.fromEntries(given) }
}
