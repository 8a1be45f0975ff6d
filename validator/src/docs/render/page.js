const search = document.getElementById('search');
const count = document.getElementById('count');
const articles = [...document.querySelectorAll('article')];
const texts = articles.map(article => `${article.dataset.id} ${article.textContent}`.toLowerCase());
const links = [...document.querySelectorAll('nav li')];
function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  articles.forEach((article, index) => {
    const fits = words.every(word => texts[index].includes(word));
    article.hidden = links[index].hidden = !fits;
    shown += fits;
  });
  count.textContent = `${shown} of ${articles.length} operations`;
}
search.addEventListener('input', filter);
search.value = new URLSearchParams(location.search).get('q') ?? '';
filter();
