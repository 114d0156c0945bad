import { STYLES } from './render'

/** The page for when nothing else can be made, the database's answers included. */
export function Failed() {
  return (
    <html lang="sv">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Något gick fel</title>
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        <main>
          <div className="message">
            <p className="kicker">500</p>
            <h1 className="headline">Något gick fel hos oss</h1>
            <p className="standfirst">Sidan kunde inte visas just nu. Felet är antecknat och ligger hos oss, inte hos dig.</p>
            <p>Ladda om sidan om en liten stund, eller <a href="/">gå till förstasidan</a>.</p>
          </div>
        </main>
      </body>
    </html>
  )
}
