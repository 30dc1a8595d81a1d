import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// Full font files: the subsets made for browsers would print "Đặng" with blanks.
export const pdfFonts = {
  Inter: {
    normal: inter('400Regular'),
    bold: inter('600SemiBold'),
    italics: inter('400Regular_Italic'),
    bolditalics: inter('600SemiBold_Italic'),
  },
  Serif: {
    normal: serif('400Regular'),
    bold: serif('600SemiBold'),
    italics: serif('400Regular_Italic'),
    bolditalics: serif('600SemiBold_Italic'),
  },
};

export const fontFiles: ReadonlySet<string> = new Set(
  Object.values(pdfFonts).flatMap((family) => Object.values(family)),
);

function inter(style: string): string {
  return require.resolve(`@expo-google-fonts/inter/${style}/Inter_${style}.ttf`);
}

function serif(style: string): string {
  return require.resolve(`@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`);
}
