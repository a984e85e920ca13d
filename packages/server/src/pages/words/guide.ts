export const guideEs = {
  title: 'Guías',
  how: 'Paso por paso, para quien lo hace por primera vez. Se leen también sin internet, y se imprimen.',
  parts: 'Partes de esta guía',
  next: (title: string) => `Sigue: ${title}`,
  card: 'Para empezar',
  first: 'Su primera asamblea, paso por paso',
  all: 'Todas las guías',
};

export const guideEn: typeof guideEs = {
  title: 'Guides',
  how: 'Step by step, for whoever does it for the first time. They are read without internet too, and print.',
  parts: 'Parts of this guide',
  next: (title) => `Next: ${title}`,
  card: 'To begin',
  first: 'Your first assembly, step by step',
  all: 'All guides',
};
