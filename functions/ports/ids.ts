/** UUIDs of version 7: they sort by when they were made. The caller brands them. */
export interface Ids {
  next(): string
}
