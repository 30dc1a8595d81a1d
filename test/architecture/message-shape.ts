import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** What a message asks for, whatever its language. */
export interface MessageShape {
  /** What is printed or counted. What only chooses a form, such as a gender, is the business of one language. */
  placeholders: string[];
  /** The categories of each plural, without exact numbers such as `=0`. */
  plurals: { name: string; ordinal: boolean; categories: string[] }[];
}

/** Reads a message as ICU does. Throws when it cannot be read. */
export function shapeOfMessage(message: string): MessageShape {
  const elements = flatten(parse(message, { ignoreTag: true }));
  const names = elements.flatMap((element) =>
    [TYPE.literal, TYPE.pound, TYPE.select].includes(element.type) || !('value' in element)
      ? []
      : [element.value],
  );
  return {
    placeholders: [...new Set(names)].toSorted(),
    plurals: elements.flatMap((element) =>
      element.type === TYPE.plural
        ? [
            {
              name: element.value,
              ordinal: element.pluralType === 'ordinal',
              categories: Object.keys(element.options).filter((category) => !category.startsWith('=')),
            },
          ]
        : [],
    ),
  };
}

function flatten(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => [element, ...flatten(inside(element))]);
}

function inside(element: MessageFormatElement): MessageFormatElement[] {
  if (element.type === TYPE.tag) return element.children;
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
  return Object.values(element.options).flatMap((option) => option.value);
}
