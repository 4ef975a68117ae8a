// Sorts and filters the schools of a county’s page. It reads what stands in the page and makes no markup of it.
(() => {
  const table = document.querySelector('.schools');
  const controls = document.querySelector('.controls');
  const [find, phase, show] = ['find', 'phase', 'show'].map((id) => document.getElementById(id));
  const status = controls.querySelector('.count');
  const nothing = document.querySelector('.nothing');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
    let shown = 0;
    for (const row of rows) {
      const { search, phase: own, tags } = row.dataset;
      const fits =
        words.every((word) => search.includes(word)) &&
        (phase.value === '*' || phase.value === own) &&
        (show.value === '' || tags.split(' ').includes(show.value));
      row.hidden = !fits;
      if (fits) shown++;
    }
    status.textContent = `${shown} of ${rows.length} ${rows.length === 1 ? 'school' : 'schools'}`;
    nothing.hidden = shown > 0;
  };

  const valueOf = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();

  const sort = (column, isDescending) => {
    const isNumber = heads[column].dataset.kind === 'number';
    const keyed = rows.map((row, index) => [valueOf(row, column), index, row]);
    keyed.sort(([a, before], [b, after]) => {
      // What has no value stands last, whichever way the others run.
      if (a === '' || b === '') return (a === '') - (b === '') || before - after;
      const order = isNumber ? a - b : collator.compare(a, b);
      return (isDescending ? -order : order) || before - after;
    });
    body.append(...keyed.map(([, , row]) => row));
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
  };

  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const now = head.getAttribute('aria-sort');
      sort(column, now === null ? head.dataset.first === 'descending' : now === 'ascending');
    });
  });
  for (const control of [find, phase, show]) control.addEventListener('input', filter);
  controls.hidden = false;
  filter();
})();
