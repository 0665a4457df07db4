/**
 * A value while it is being made. Where there are dozens, fields that may be absent are set and not spread: a spread in the
 * middle of an object takes many times as long (measured).
 */
export type Mutable<Value> = { -readonly [Field in keyof Value]: Value[Field] }
