import Testing

@testable import Mustache

@Suite struct `Sections` {
  @Test(arguments: [
    Case("[{{#on}}是{{/on}}]", ["on": true], gives: "[是]"),
    Case("[{{#on}}是{{/on}}]", ["on": false], gives: "[]"),
    Case("[{{#on}}是{{/on}}]", ["on": .nothing], gives: "[]"),
    Case("[{{#on}}是{{/on}}]", ["on": []], gives: "[]"),
    Case("[{{#on}}是{{/on}}]", ["on": ""], gives: "[]"),
    Case("[{{#on}}是{{/on}}]", ["on": html("")], gives: "[]"),
    Case("[{{#on}}是{{/on}}]", ["on": 0], gives: "[是]"),
    Case("[{{#on}}是{{/on}}]", ["on": [:]], gives: "[是]"),
    Case("[{{^on}}否{{/on}}]", ["on": true], gives: "[]"),
    Case("[{{^on}}否{{/on}}]", ["on": false], gives: "[否]"),
    Case("[{{^on}}否{{/on}}]", ["on": .nothing], gives: "[否]"),
    Case("[{{^on}}否{{/on}}]", ["on": []], gives: "[否]"),
    Case("[{{^on}}否{{/on}}]", ["on": [1]], gives: "[]"),
    Case("[{{^on}}否{{/on}}]", ["on": ["a": 1]], gives: "[]"),
    Case("[{{^on}}否{{/on}}]", ["on": 0], gives: "[]"),
  ])
  func `show what is true and hide what is not`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case("{{#note}}注：{{note}}{{/note}}", ["note": "周三后来电"], gives: "注：周三后来电"),
    Case("{{#note}}注：{{note}}{{/note}}", ["note": .nothing], gives: ""),
    Case("{{#note}}注：{{.}}{{/note}}", ["note": "来电"], gives: "注：来电"),
    Case("{{#a.b}}{{c}}{{/a.b}}", ["a": ["b": ["c": "深"]]], gives: "深"),
    Case("{{#a.b}}{{c}}{{/a.b}}", ["a": .nothing], gives: ""),
    Case("{{^a.b}}无{{/a.b}}", ["a": .nothing], gives: "无"),
    Case("{{^a.b}}无{{/a.b}}", ["a": ["b": []]], gives: "无"),
  ])
  func `let optional values be printed inside them`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case("{{#a}}{{x}}{{y}}{{/a}}", ["a": ["x": "内"], "y": "外"], gives: "内外"),
    Case(
      "{{#a}}{{#b}}{{one}}{{two}}{{three}}{{/b}}{{/a}}",
      ["a": ["two": 2], "b": ["three": 3], "one": 1], gives: "123"),
    Case("{{#a}}{{#b}}{{x}}{{/b}}{{/a}}", ["a": ["x": "中"], "b": ["y": 1], "x": "外"], gives: "中"),
    Case("{{#on}}{{#on}}两层{{/on}}{{/on}}", ["on": true], gives: "两层"),
    Case("{{#list}}{{name}}、{{/list}}", ["list": [["name": "甲"], ["name": "乙"]]], gives: "甲、乙、"),
    Case(
      "{{#list}}{{name}}{{unit}} {{/list}}", ["list": [["name": 1], ["name": 2]], "unit": "家"],
      gives: "1家 2家 "),
    Case("{{#on}}a{{/on}} b {{#on}}c{{/on}}", ["on": true], gives: "a b c"),
    Case("{{# on }}a{{/ on }}", ["on": true], gives: "a"),
    Case("{{#list}}{{^.}}空{{/.}}{{/list}}", ["list": ["", "a", []]], gives: "空空"),
    Case(
      "{{#客户}}{{名称}}：{{#联系人}}{{.}} {{/联系人}}\n{{/客户}}",
      ["客户": [["名称": "甲", "联系人": ["王", "李"]], ["名称": "乙", "联系人": []]]],
      gives: "甲：王 李 \n乙：\n"),
  ])
  func `put their value on the stack, once for each of a list`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case(
      "{{#list}}{{#@first}}首{{/@first}}{{@number}}/{{@index}}{{^@last}}，{{/@last}}{{/list}}",
      ["list": ["a", "b", "c"]], gives: "首1/0，2/1，3/2"),
    Case(
      "{{#rows}}{{@number}}:{{#cells}}{{@number}}{{/cells}}:{{@number}} {{/rows}}",
      ["rows": [["cells": [0, 0]], ["cells": [0]]]], gives: "1:12:1 2:1:2 "),
    Case(
      "{{#list}}{{#if @first and @last}}唯一{{/if}}{{/list}}", ["list": [1]], gives: "唯一"),
    Case(
      "{{#list}}{{>row}}{{/list}}", ["list": [5, 6]], ["row": "{{@number}}={{.}};"],
      gives: "1=5;2=6;"),
  ])
  func `know which round of a loop it is`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case("{{#list | first 2}}{{.}}{{/list}}", ["list": [1, 2, 3]], gives: "12"),
    Case(
      "{{#list | first 0}}{{.}}{{/list}}{{^list | first 0}}无{{/list}}", ["list": [1]], gives: "无"),
  ])
  func `may format their value first`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }
}
