-- Turns a page of the site, as pandoc reads its HTML, into what Word and PowerPoint have a form for: the text without
-- what stands around it, footnotes and the facilitator's notes as notes, room to write as lines and boxes.

local target = FORMAT == 'pptx' and 'slides' or 'text'

local function has(block, class)
  return block.t == 'Div' and block.classes:includes(class)
end

-- What stands around the text, and what only a browser can do.
local dropped = { 'skip', 'banner', 'breadcrumbs', 'toc', 'pager', 'colophon', 'screen', 'fill-tools', 'calc-tools',
  'slide-foot', 'deck-tools', 'on-screen', 'record-tools', 'plan-tools', 'search', 'footnotes', 'index-mark',
  'notes-page', 'book-link', 'calendar-file', 'example' }

-- Footnotes by their ids, found before anything is changed.
local notes = {}

local function take_notes(blocks)
  for _, block in ipairs(blocks) do
    if block.t == 'OrderedList' then
      for _, item in ipairs(block.content) do
        local id
        pandoc.walk_block(pandoc.Div(item), {
          Span = function(span) if span.identifier:match('^fn:') then id = id or span.identifier end end,
          Div = function(div) if div.identifier:match('^fn:') then id = id or div.identifier end end,
        })
        if id then
          local body = pandoc.walk_block(pandoc.Div(item), {
            Span = function(span) if span.identifier == id then return span.content end end,
            Link = function(link) if link.classes:includes('footnote-back') then return {} end end,
          })
          notes[id] = body.content
        end
      end
    end
  end
end

local function find_footnotes(blocks)
  for _, block in ipairs(blocks) do
    if has(block, 'footnotes') then take_notes(block.content)
    elseif block.t == 'Div' then find_footnotes(block.content) end
  end
end

local function framed(blocks)
  local cell = pandoc.SimpleTable({}, { pandoc.AlignLeft }, { 0.98 }, {}, { { blocks } })
  return { pandoc.utils.from_simple_table(cell) }
end

local function box_of(block)
  local height = 40
  for _, class in ipairs(block.classes) do
    local mm = class:match('^mm%-(%d+)')
    if mm then height = tonumber(mm) end
  end
  local blocks = block.content:filter(function(one) return one.t == 'Para' or one.t == 'Plain' end)
  for _ = 1, math.max(2, math.floor(height / 8)) - #blocks do blocks:insert(pandoc.Para({ pandoc.Str(' ') })) end
  return framed(blocks)
end

-- What belongs together, side by side.
local function match_of(block)
  if #block.content < 2 then return block.content end
  local simple = pandoc.SimpleTable({}, { pandoc.AlignLeft, pandoc.AlignLeft }, { 0.4, 0.4 }, {}, {
    { { block.content[1] }, { block.content[2] } } })
  return { pandoc.utils.from_simple_table(simple) }
end

local function escaped(text)
  return (text:gsub('[&<>"]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }))
end

-- A table to write in, with the lines that Word's own tables lack; nil for any other.
local function form_of(simple)
  local rows = {}
  for _, row in ipairs(simple.rows) do
    for _, cell in ipairs(row) do
      if pandoc.utils.stringify(pandoc.Div(cell)):match('%S') then return nil end
    end
    rows[#rows + 1] = row
  end
  if #rows == 0 then return nil end
  local count = #simple.aligns
  local width = math.floor(9000 / count)
  local function cell(text)
    return '<w:tc><w:tcPr><w:tcW w:w="' .. width .. '" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">'
      .. escaped(text) .. '</w:t></w:r></w:p></w:tc>'
  end
  local out = { '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>' }
  for _, side in ipairs({ 'top', 'left', 'bottom', 'right', 'insideH', 'insideV' }) do
    out[#out + 1] = '<w:' .. side .. ' w:val="single" w:sz="4" w:space="0" w:color="777777"/>'
  end
  out[#out + 1] = '</w:tblBorders></w:tblPr><w:tblGrid>'
  for _ = 1, count do out[#out + 1] = '<w:gridCol w:w="' .. width .. '"/>' end
  out[#out + 1] = '</w:tblGrid>'
  local heads = {}
  for at = 1, count do heads[at] = simple.headers[at] and pandoc.utils.stringify(pandoc.Div(simple.headers[at])) or '' end
  if table.concat(heads) ~= '' then
    out[#out + 1] = '<w:tr><w:trPr><w:tblHeader/></w:trPr>'
    for at = 1, count do out[#out + 1] = cell(heads[at]) end
    out[#out + 1] = '</w:tr>'
  end
  for _ = 1, #rows do
    out[#out + 1] = '<w:tr><w:trPr><w:trHeight w:val="600" w:hRule="atLeast"/></w:trPr>'
    for _ = 1, count do out[#out + 1] = cell('') end
    out[#out + 1] = '</w:tr>'
  end
  out[#out + 1] = '</w:tbl>'
  return pandoc.RawBlock('openxml', table.concat(out))
end

-- Columns as wide as what stands in them needs, the table as wide as the page.
local function with_widths(simple)
  local need, sum = {}, 0
  for at = 1, #simple.aligns do need[at] = 2 end
  local function look(row)
    for at, cell in ipairs(row) do
      if need[at] then
        local length = utf8.len(pandoc.utils.stringify(pandoc.Div(cell))) or 2
        need[at] = math.max(need[at], math.min(60, length))
      end
    end
  end
  look(simple.headers)
  for _, row in ipairs(simple.rows) do look(row) end
  for at = 1, #need do
    need[at] = math.sqrt(need[at])
    sum = sum + need[at]
  end
  for at = 1, #need do simple.widths[at] = need[at] / sum end
  return pandoc.utils.from_simple_table(simple)
end

-- Whether cells of a table span others, so that it is left as it is.
local function spans(block)
  local found = false
  local function look(rows)
    for _, row in ipairs(rows) do
      local cells = row.cells or row[2]
      for _, cell in ipairs(cells) do
        if (cell.row_span or 1) > 1 or (cell.col_span or 1) > 1 then found = true end
      end
    end
  end
  look(block.head.rows or block.head[2])
  for _, body in ipairs(block.bodies) do look(body.body) end
  return found
end

local inline = {
  Div = function(div)
    if has(div, 'match') then return match_of(div) end
    if has(div, 'box') then return box_of(div) end
  end,
  Table = function(block)
    if target ~= 'text' or spans(block) then return nil end
    local simple = pandoc.utils.to_simple_table(block)
    local caption = simple.caption
    local form = form_of(simple)
    if not form then return with_widths(simple) end
    if #caption > 0 then return { pandoc.Para({ pandoc.Strong(caption) }), form } end
    return form
  end,
  Image = function(image)
    -- Pictures from elsewhere are not fetched.
    if image.src:match('^%a[%w+.-]*:') and not image.src:match('^data:') then return image.caption end
  end,
  Link = function(link)
    local note = notes[link.target:gsub('^#', '')]
    if note and not link.classes:includes('footnote-back') then return pandoc.Note(note) end
    if link.target:match('^https?:') or link.target:match('^mailto:') or link.target:match('^tel:') then
      link.attributes = {}
      return link
    end
    -- Other pages are not there.
    return link.content
  end,
  Superscript = function(sup)
    if #sup.content == 1 and sup.content[1].t == 'Note' then return sup.content end
  end,
  Span = function(span)
    if span.classes:includes('tick') then return pandoc.Str(span.classes:includes('done') and '☑ ' or '☐ ') end
    if span.classes:includes('place') then return pandoc.Str('☐ ') end
    if span.classes:includes('calc-blank') then return pandoc.Str('＿＿＿＿＿') end
    if span.classes:includes('workbook-page') then return {} end
    if span.classes:includes('fill-place') or #span.attributes > 0 then span.attributes = {} end
    return span
  end,
  RawInline = function() return {} end,
}

local function styled(blocks, style)
  return pandoc.Div(blocks, { ['custom-style'] = style })
end

local change

local function change_all(blocks, depth)
  local made = pandoc.List()
  for _, block in ipairs(blocks) do made:extend(change(block, depth)) end
  return made
end

change = function(block, inside)
  if block.t == 'RawBlock' or block.t == 'HorizontalRule' then return {} end
  if block.t == 'Header' then
    if inside == 'slide' then return { pandoc.Para({ pandoc.Strong(block.content) }) } end
    return { block }
  end
  if block.t ~= 'Div' then return { block } end
  for _, class in ipairs(dropped) do if has(block, class) then return {} end end
  if has(block, 'box') then return box_of(block) end
  if has(block, 'match') then return match_of(block) end
  if has(block, 'facilitator') and target == 'text' then
    return { styled(change_all(block.content, inside), 'Facilitator Note') }
  end
  return change_all(block.content, inside)
end

-- Slides: a heading each, what is shown, and the facilitator's notes as the slide's own.
local function slides(blocks, made)
  for _, block in ipairs(blocks) do
    if has(block, 'slide') then
      local body, said, answers = pandoc.List(), pandoc.List(), pandoc.List()
      local title
      for _, part in ipairs(block.content) do
        if has(part, 'slide-notes') then said:extend(change_all(part.content, 'slide'))
        elseif has(part, 'slide-body') then
          -- Answers are for whoever teaches.
          part = pandoc.walk_block(part, { Div = function(div)
            if has(div, 'answered') then
              answers:extend(div.content)
              return {}
            end
          end })
          for _, inner in ipairs(part.content) do
            if inner.t == 'Header' and not title then
              title = inner.content
            elseif not (inner.t == 'Div' and inner.classes:includes('slide-chapter')) then
              body:extend(change(inner, 'slide'))
            end
          end
          made:insert(pandoc.Header(has(block, 'title-slide') and 1 or 2, title or {}))
        end
      end
      -- Behind a table a slide goes on as another, which has the same heading.
      for at, one in ipairs(body) do
        if at > 1 and body[at - 1].t == 'Table' and one.t ~= 'Table' then
          made:insert(pandoc.Header(2, title or {}))
        end
        made:insert(one)
      end
      said:extend(answers)
      if #said > 0 then made:insert(pandoc.Div(said, { class = 'notes' })) end
    elseif block.t == 'Div' then
      slides(block.content, made)
    end
  end
end

-- The text: the opening and the content of a page, or of a book's chapters.
local function texts(blocks, made)
  for _, block in ipairs(blocks) do
    if has(block, 'cover') or has(block, 'opening') or has(block, 'content') then
      made:extend(change_all(block.content, 'text'))
    elseif block.t == 'Div' then
      texts(block.content, made)
    end
  end
end

function Pandoc(doc)
  find_footnotes(doc.blocks)
  local made = pandoc.List()
  if target == 'slides' then slides(doc.blocks, made) else texts(doc.blocks, made) end
  local result = pandoc.walk_block(pandoc.Div(made), inline)
  local meta = pandoc.Meta({})
  meta.description = doc.meta.description
  meta.lang = doc.meta.lang
  return pandoc.Pandoc(result.content, meta)
end
