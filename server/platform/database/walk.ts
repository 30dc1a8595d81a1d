interface Group {
  size: number;
  /** To combine with the other conditions: what lies beyond the group before. */
  beyond: object[];
}

/** Everything a query finds, a group at a time in the order of `_id`, however much of it is changed on the way. */
export async function* walkById<T extends { _id: unknown }>(
  size: number,
  read: (group: Group) => Promise<T[]>,
): AsyncGenerator<T[]> {
  let rows = await read({ size, beyond: [] });
  while (rows.length > 0) {
    yield rows;
    const last = rows.at(-1);
    rows = last && rows.length === size ? await read({ size, beyond: [{ _id: { $gt: last._id } }] }) : [];
  }
}
