// Renders the page of this benchmark with Go's html/template; ../swift holds the other side.
package main

import (
	"bytes"
	"fmt"
	"html/template"
	"os"
	"strconv"
	"time"
)

const layout = `<!doctype html>
<html lang="{{.Language}}">
<head>
{{template "head" .}}</head>
<body>
{{template "nav" .}}<main>
{{block "main" .}}{{end}}
</main>
</body>
</html>
`

const head = `{{define "head"}}<meta charset="utf-8">
<title>{{.Title}}</title>
<link rel="stylesheet" href="{{.Root}}style.css">
{{end}}`

const nav = `{{define "nav"}}<nav>{{range .Links}}<a href="{{.URL}}">{{.Text}}</a> {{end}}</nav>
{{end}}`

const page = `{{define "main"}}<h1>{{.Title}}</h1>
<table>{{range .Rows}}
<tr><td>{{.Number}}</td><td>{{.Name}}</td><td>{{.Class}}</td><td>{{.Amount}}</td><td>{{.Owner}}</td><td>{{.Next}}</td><td>{{.Reason}}</td><td>{{.Note}}</td></tr>{{end}}
</table>{{end}}`

type link struct{ URL, Text string }

type row struct {
	Number                                         int
	Name, Class, Amount, Owner, Next, Reason, Note string
}

type view struct {
	Language, Root, Title string
	Links                 []link
	Rows                  []row
}

func values() view {
	v := view{Language: "zh-Hans", Root: "../", Title: "五月 & 六月的计划"}
	for n := 1; n <= 8; n++ {
		v.Links = append(v.Links, link{fmt.Sprintf("plan/%d.html", n), fmt.Sprintf("第 %d 页", n)})
	}
	for n := 1; n <= 100; n++ {
		note := "周三后来电"
		if n%5 == 0 {
			note = "it's <b>due</b>"
		}
		v.Rows = append(v.Rows, row{
			n, fmt.Sprintf("苏州甲公司%d", n), []string{"A", "B", "C", "D"}[n%4],
			fmt.Sprintf("%d,000", n*37), "张三 & 李四", "2026-05-06", "M > 3, A < 5；先见决策人", note,
		})
	}
	return v
}

func main() {
	set := template.New("page")
	for _, text := range []string{layout, head, nav, page} {
		template.Must(set.Parse(text))
	}
	v := values()
	var out bytes.Buffer
	if err := set.Execute(&out, v); err != nil {
		panic(err)
	}
	if len(os.Args) < 2 {
		os.Stdout.Write(out.Bytes())
		return
	}
	renders, _ := strconv.Atoi(os.Args[1])
	fastest := time.Hour
	for batch := 0; batch < 10; batch++ {
		start := time.Now()
		for i := 0; i < renders; i++ {
			out.Reset()
			if err := set.Execute(&out, v); err != nil {
				panic(err)
			}
		}
		if took := time.Since(start); took < fastest {
			fastest = took
		}
	}
	fmt.Println(float64(fastest.Nanoseconds()) / 1e3 / float64(renders))
}
